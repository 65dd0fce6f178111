using RealtimeTraining.Models.Training;

return TrainingTool.Run(args, Console.Out, Console.Error);

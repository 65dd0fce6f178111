using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <param name="Seen">The model was trained on the file: the figure says how well it learned it, and nothing more.</param>
internal sealed record EvaluatedFigure(TaskFigure Figure, string Form, Interval Interval, int Cases, bool Seen);

using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Tasks;

namespace RealtimeTraining.Models.Training;

/// <param name="Clean">As written.</param>
/// <param name="Lower">Lower case and no punctuation, every word right; null where it is not taken.</param>
/// <param name="Speech">And with word errors.</param>
/// <param name="Dev">As written, on the sources of the dev split alone, on which no option was chosen; null where all of the figure is of such.</param>
internal sealed record HeldOutFigure(TaskFigure Figure, Interval Clean, Interval? Lower, Interval Speech, Interval? Dev = null);

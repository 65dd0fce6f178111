namespace RealtimeTraining.TestKit;

/// <summary>
/// Gives what listens in the page an analyser on everything that goes into a loudspeaker: <c>window.__atEar(settings, watch)</c>,
/// whose settings are the analyser's, and whose watch is called with one for each audio context. Comes before those who use it.
/// </summary>
public static class LoudspeakerTap
{
    public const string Script = """
        (() => {
          const taps = [];
          const analysers = new WeakMap();
          const connect = AudioNode.prototype.connect;
          const analyse = (context, { settings, watch }) => {
            const analyser = Object.assign(context.createAnalyser(), settings);
            watch(analyser);
            return analyser;
          };
          window.__atEar = (settings, watch) => taps.push({ settings, watch });
          AudioNode.prototype.connect = function (target, ...rest) {
            if (target instanceof AudioDestinationNode && target.context instanceof AudioContext) {
              if (!analysers.has(target)) analysers.set(target, taps.map((tap) => analyse(target.context, tap)));
              for (const analyser of analysers.get(target)) connect.call(this, analyser);
            }
            return connect.call(this, target, ...rest);
          };
        })();
        """;
}

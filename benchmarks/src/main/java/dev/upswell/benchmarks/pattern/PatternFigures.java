package dev.upswell.benchmarks.pattern;

import dev.upswell.numeric.WilsonInterval;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.PatternSearch;
import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.world.PatternJudge;
import dev.upswell.pattern.world.PatternJudge.Judgement;
import dev.upswell.pattern.world.PatternWorld;
import dev.upswell.pattern.world.SourceProcedure;
import dev.upswell.pattern.world.WorldShape;
import java.util.Locale;

/// Counts what is shown on worlds in which nothing matters, and what is found and true on worlds in which two choices do.
///
/// Run: `benchmarks/pattern-evidence.sh [share] [seed]`: a share of 1 is 1,000 worlds without effect and twice 200 with; the seed
/// is the first of those that the figures in `docs/pattern-evidence.md` were judged on, unless another is given.
public final class PatternFigures {

    private static final long JUDGED = 10_000_000;

    private PatternFigures() {
    }

    /// Measures and prints.
    public static void main(String[] args) {
        double share = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : JUDGED;
        run("nothing matters, n = 150", WorldShape.still(150), (int) (400 * share), seed);
        run("nothing matters, n = 300", WorldShape.still(300), (int) (400 * share), seed + 1_000);
        run("nothing matters, five buckets of 50", new WorldShape(5, 50, 0, 0), (int) (200 * share), seed + 2_000);
        run("two effects, n = 300, d = 0.8", new WorldShape(1, 300, 2, .8), (int) (200 * share), seed + 3_000);
        run("two effects, n = 150, d = 1.2", new WorldShape(1, 150, 2, 1.2), (int) (200 * share), seed + 4_000);
    }

    private static void run(String name, WorldShape shape, int worlds, long seed) {
        long started = System.nanoTime();
        Judgement all = new Judgement(0, 0, 0, 0, 0);
        Judgement source = all;
        int any = 0;
        int anyOfSource = 0;
        for (int i = 0; i < worlds; i++) {
            PatternWorld world = PatternWorld.of(shape, seed + i);
            PatternAnalysis analysis = PatternSearch.analyse(world.videos(), SearchSettings.USUAL.unvalidated());
            any += analysis.confirmed() > 0 ? 1 : 0;
            all = all.plus(PatternJudge.judge(world, analysis));
            Judgement other = SourceProcedure.judge(world);
            source = source.plus(other);
            anyOfSource += other.shown() > 0 ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%s, %d worlds, %.0f ms each%n", name, worlds,
                (System.nanoTime() - started) / 1e6 / Math.max(1, worlds));
        print("Upswell", all, any, worlds);
        print("source", source, anyOfSource, worlds);
    }

    private static void print(String procedure, Judgement sum, int any, int worlds) {
        System.out.printf(Locale.ROOT, "  %-8s any %s, shown a world %.2f, found %s, true %s (threshold off: %d)%n",
                procedure, share(any, worlds), sum.shown() / (double) Math.max(1, worlds),
                share(sum.found(), sum.planted()), share(sum.right(), sum.shown()), sum.loose());
    }

    private static String share(int count, int of) {
        if (of == 0) {
            return "–";
        }
        WilsonInterval interval = WilsonInterval.of(count / (double) of, of);
        return String.format(Locale.ROOT, "%d of %d, %.1f %% (%.1f to %.1f)", count, of, 100.0 * count / of,
                100 * interval.low(), 100 * interval.high());
    }
}

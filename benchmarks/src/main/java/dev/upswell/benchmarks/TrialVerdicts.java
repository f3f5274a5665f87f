package dev.upswell.benchmarks;

import dev.upswell.numeric.WilsonInterval;
import dev.upswell.trial.Expectation;
import dev.upswell.trial.campaign.Campaign.Layout;
import dev.upswell.trial.campaign.Campaign.World;
import dev.upswell.trial.campaign.Judgement;
import dev.upswell.trial.campaign.Judgement.Looks;
import java.io.PrintStream;
import java.util.Locale;

/// Judges verdicts of trials by simulated campaigns: how often patterns are called validated, looked at after every few videos, and how
/// often the stated number of further videos reaches a verdict.
final class TrialVerdicts {

    private static final Expectation PLAN = Expectation.USUAL;
    private static final Looks LOOKS = new Looks(6, 6, 600);
    private static final double[] LIFTS = {1.0, 1.1, 1.25, 1.5};
    private static final long SEED = 20_261_122;

    private final PrintStream out;
    private final int campaigns;

    private TrialVerdicts(PrintStream out, int campaigns) {
        this.out = out;
        this.campaigns = campaigns;
    }

    /// Prints the figures.
    ///
    /// @param args how many campaigns of each kind; 2,000 when left out
    public static void main(String[] args) {
        new TrialVerdicts(System.out, args.length == 0 ? 2000 : Integer.parseInt(args[0])).run();
    }

    private void run() {
        for (Layout layout : Layout.values()) {
            for (double lift : LIFTS) {
                often("looks", World.usual(lift, layout));
            }
        }
        for (double lift : new double[]{1.0, 1.1, 1.5}) {
            often("lift uneven between creators by 0.15", new World(lift, 0.56, 0.41, 0.15, 1, 0, Layout.PAIRED, 30));
            often("8 creators only", new World(lift, 0.56, 0.41, 0, 1, 0, Layout.PAIRED, 8));
            often("creators differ more, 8 of one arm each", new World(lift, 0.56, 1.0, 0, 1, 0, Layout.CLUSTERED, 16));
            often("80 % do as asked, 10 % unasked", new World(lift, 0.56, 0.41, 0, 0.8, 0.1, Layout.PAIRED, 30));
        }
        for (int first : new int[]{5, 10, 20, 40, 80}) {
            following("paired", fresh(PLAN.lift(), 0.56, 0.41), first, false);
            following("apart", World.usual(PLAN.lift(), Layout.APART), first, true);
        }
        following("paired, noise 0.7", fresh(PLAN.lift(), 0.7, 0.5), 20, false);
        following("paired, noise 0.45", fresh(PLAN.lift(), 0.45, 0.4), 20, false);
        following("true lift 1.25", World.usual(1.25, Layout.PAIRED), 20, false);
        following("true lift 1.1", World.usual(1.1, Layout.PAIRED), 20, false);
        following("true lift 1.0", World.usual(1.0, Layout.PAIRED), 20, false);
    }

    /// Every pair is of a new creator, which is what the stated number counts on.
    private static World fresh(double lift, double within, double between) {
        return new World(lift, within, between, 0, 1, 0, Layout.PAIRED, 10_000);
    }

    private void often(String name, World world) {
        Judgement judged = Judgement.often(world, PLAN, LOOKS, campaigns, SEED);
        print(name + ", " + word(world.layout()), world, judged, "");
    }

    private void following(String name, World world, int first, boolean apart) {
        Judgement judged = Judgement.following(world, PLAN, first, apart, campaigns, SEED);
        print("after " + first + " videos, " + name, world, judged, "  " + judged.further() + " further (median)");
    }

    private void print(String name, World world, Judgement judged, String end) {
        WilsonInterval interval = judged.validatedInterval();
        out.printf(Locale.ROOT, "%-58s lift %.2f  validated %5.2f %% (%.2f to %.2f)  rejected %5.2f %%%s%n", name,
                world.lift(), 100.0 * judged.validated() / judged.campaigns(), 100 * interval.low(),
                100 * interval.high(), 100.0 * judged.rejected() / judged.campaigns(), end);
    }

    private static String word(Layout layout) {
        return layout.name().toLowerCase(Locale.ROOT);
    }
}

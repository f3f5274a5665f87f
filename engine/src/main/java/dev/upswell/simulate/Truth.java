package dev.upswell.simulate;

import dev.upswell.content.EntityKind;
import dev.upswell.simulate.Contagion.Phase;
import dev.upswell.simulate.WorldSettings.Turns;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Writes what the product must not see: states, events and the oracle's verdicts, one fact a row.
final class Truth {

    static final String HEADER = "fact,kind,id,at,value";
    private static final int CUT_HOURS = 6;
    private static final int HORIZON_SECONDS = 24 * 3600;

    /// A cut whose outcome is not known yet.
    ///
    /// @param later the views of all hashtags at each step since
    private record Cut(long at, double[] views, List<double[]> later) {
    }

    private final WorldSettings settings;
    private final Turns turns;
    private final World world;
    private final Appendable out;
    private final Oracle oracle;
    private final Phase[] phases;
    private final boolean[] boosting;
    private final Deque<Cut> open = new ArrayDeque<>();
    private long written;

    Truth(WorldSettings settings, Turns turns, World world, Appendable out) {
        this.settings = settings;
        this.turns = turns;
        this.world = world;
        this.out = out;
        oracle = new Oracle(settings.seed(), settings.judging().futures(), settings.cadence());
        phases = new Phase[world.outbreaks().memes().size()];
        Arrays.fill(phases, Phase.CALM);
        boosting = new boolean[phases.length];
    }

    /// Writes what is true from the start: who is boosted or dying, when views will be purged, how the leaders pull.
    void begin() throws IOException {
        out.append(HEADER).append('\n');
        creators();
        turns();
        for (Meme meme : world.outbreaks().memes()) {
            if (meme.isBoosted()) {
                row("boosted", meme, world.now(), "1");
            }
            if (meme.isDying()) {
                row("dying", meme, world.now(), "1");
            }
            if (meme.purge().share() > 0) {
                row("purge", meme, meme.purge().epochSecond(), number(meme.purge().share()));
            }
            if (meme.contagion().pull() > 0) {
                row("follows", meme, world.now(), world.outbreaks().memes().get(meme.contagion().leader()).id());
            }
        }
    }

    private void turns() throws IOException {
        if (turns.from().isBefore(settings.end())) {
            for (int i = 0; i < hashtags(); i++) {
                row("turn", world.outbreaks().memes().get(i), turns.from().getEpochSecond(),
                        String.valueOf(turns.own(i)));
            }
        }
    }

    private void creators() throws IOException {
        for (Creator creator : world.creators()) {
            String tier = creator.isFarm() ? "farm" : creator.tier().name().toLowerCase(Locale.ROOT);
            row("tier", EntityKind.CREATOR, creator.handle(), world.now(), tier);
            row("region", EntityKind.CREATOR, creator.handle(), world.now(), creator.home().region().name());
            row("language", EntityKind.CREATOR, creator.handle(), world.now(), creator.home().language());
        }
    }

    /// Writes what happened in the last step and, at a cut, the state and the verdict.
    void look() throws IOException {
        for (int i = 0; i < phases.length; i++) {
            events(i);
        }
        for (Clip clip : world.posted()) {
            plan(clip.traits());
        }
        long now = world.now();
        if (!open.isEmpty()) {
            double[] views = views();
            open.forEach(cut -> cut.later().add(views));
        }
        if (!open.isEmpty() && open.peek().at() + HORIZON_SECONDS <= now) {
            close(open.remove());
        }
        boolean late = now + HORIZON_SECONDS > settings.end().getEpochSecond();
        boolean early = now < settings.firstCut().getEpochSecond();
        if (now % (CUT_HOURS * 3600) == 0 && !late && !early) {
            cut(now);
        }
    }

    long written() {
        return written;
    }

    private void events(int index) throws IOException {
        Meme meme = world.outbreaks().memes().get(index);
        Spread spread = world.outbreaks().spread(index);
        if (spread.phase() != phases[index]) {
            phases[index] = spread.phase();
            row("phase", meme, world.now(), phases[index].name().toLowerCase(Locale.ROOT));
        }
        if (spread.boosted() != boosting[index]) {
            boosting[index] = spread.boosted();
            row(boosting[index] ? "boost_start" : "boost_end", meme, world.now(), "1");
        }
    }

    private void plan(Clip.Traits clip) throws IOException {
        if (clip.creator().isFarm()) {
            row("bought", EntityKind.VIDEO, clip.id(), clip.createdAt(), "1");
        }
        if (clip.purge().share() > 0) {
            row("purge", EntityKind.VIDEO, clip.id(), clip.purge().epochSecond(), number(clip.purge().share()));
        }
        if (clip.deletedAt() < Long.MAX_VALUE) {
            row("deleted", EntityKind.VIDEO, clip.id(), clip.deletedAt(), "1");
        }
        Watching watching = Watching.of(settings.seed(), clip);
        row("completion", EntityKind.VIDEO, clip.id(), clip.createdAt(), number(watching.completion()));
        row("retention_3s", EntityKind.VIDEO, clip.id(), clip.createdAt(), number(watching.at3s()));
        row("retention_5s", EntityKind.VIDEO, clip.id(), clip.createdAt(), number(watching.at5s()));
        row("average_watch", EntityKind.VIDEO, clip.id(), clip.createdAt(), number(watching.averageSeconds()));
    }

    private void cut(long now) throws IOException {
        Oracle.Verdict verdict = oracle.ask(world.outbreaks(), hashtags(), now);
        for (int i = 0; i < hashtags(); i++) {
            Meme meme = world.outbreaks().memes().get(i);
            Spread spread = world.outbreaks().spread(i);
            row("posts_per_hour", meme, now, number(spread.postRate()));
            row("views_per_hour", meme, now, number(spread.viewRate()));
            row("branching", meme, now, number(spread.branching()));
            row("expected_log_growth_24h", meme, now, number(verdict.expectedLogGrowth()[i]));
            row("surge_probability", meme, now, number(verdict.probability()[i]));
            row("shown_surge_probability", meme, now, number(verdict.shownProbability()[i]));
        }
        open.add(new Cut(now, views(), new ArrayList<>()));
    }

    private void close(Cut cut) throws IOException {
        double[] later = cut.later().getLast();
        double[] growth = new double[later.length];
        boolean[] eligible = new boolean[later.length];
        for (int i = 0; i < growth.length; i++) {
            growth[i] = StrictMath.log(later[i] / cut.views()[i]);
            eligible[i] = cut.views()[i] >= Oracle.MINIMUM_VIEWS;
        }
        double bar = Oracle.bar(growth, eligible);
        for (int i = 0; i < growth.length; i++) {
            Meme meme = world.outbreaks().memes().get(i);
            row("log_growth_24h", meme, cut.at(), number(growth[i]));
            boolean surged = eligible[i] && growth[i] > bar;
            row("surged", meme, cut.at(), surged ? "1" : "0");
            if (surged) {
                row("hours_to_bar", meme, cut.at(), number(hoursToBar(cut, i, bar)));
            }
        }
    }

    /// Hours from the cut to the first step at which the growth of this hashtag, which surged, passes the bar.
    private double hoursToBar(Cut cut, int hashtag, double bar) {
        int step = 0;
        while (StrictMath.log(cut.later().get(step)[hashtag] / cut.views()[hashtag]) <= bar) {
            step++;
        }
        return (step + 1) * settings.stepHours();
    }

    private double[] views() {
        double[] views = new double[hashtags()];
        for (int i = 0; i < views.length; i++) {
            views[i] = world.outbreaks().spread(i).views();
        }
        return views;
    }

    private int hashtags() {
        return settings.population().hashtags();
    }

    private void row(String fact, Meme meme, long at, String value) throws IOException {
        row(fact, meme.kind(), meme.id(), at, value);
    }

    private void row(String fact, EntityKind kind, String id, long at, String value) throws IOException {
        out.append(fact).append(',').append(kind.label()).append(',').append(id).append(',')
                .append(Instant.ofEpochSecond(at).toString()).append(',').append(value).append('\n');
        written++;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}

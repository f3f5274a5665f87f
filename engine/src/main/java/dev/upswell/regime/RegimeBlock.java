package dev.upswell.regime;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;
import static dev.upswell.regime.RegimeParameters.FIRST_COOLING;
import static dev.upswell.regime.RegimeParameters.FIRST_HOT;
import static dev.upswell.regime.RegimeParameters.REGIMES;

import dev.upswell.feature.Companions;
import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.Known;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is believed of an entity's outbreak, and what its futures would bring.
///
/// Posts are followed as a self-exciting process whose branching switches between calm, rising, hot and cooling; all constants
/// are learnt from the entities themselves. Nothing is smoothed: a value rests on steps before its cut alone.
///
/// **cost** a pass over 28 days of posts and views and 128 futures of the horizon per entity and cut, about a millisecond.
public final class RegimeBlock implements FeatureBlock.Learning {

    private static final String MISSING = "missing where the source gives no posts, they were last read more than 3 h before, less than"
            + " two days of them are known, or nothing was learnt yet";
    private static final String NO_VIEWS = MISSING + ", or the source gives no views";
    private static final String NO_FUTURE = NO_VIEWS + ", or the target is neither views nor posts";
    private static final int[] PERCENT = {5, 25, 50, 75, 95};
    private static final String[] PARTS = {"quarter", "half", "whole"};
    private static final double[] BARS = {0.5, 1, 2};
    private static final String[] BAR_NAMES = {"half_bar", "bar", "double_bar"};
    private static final long SEED = 1;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private final @Nullable RegimeParameters parameters;

    /// The block before anything was learnt.
    public RegimeBlock() {
        this(null);
    }

    private RegimeBlock(@Nullable RegimeParameters parameters) {
        this.parameters = parameters;
    }

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (String regime : List.of("calm", "rising", "hot", "cooling")) {
            all.add(posts("regime_" + regime, "fraction", "probability that the entity is " + regime));
        }
        all.add(posts("regime_stage", "stages", "expected stage of an outbreak, calm counting 0"));
        all.add(posts("outbreak_hours", "hours", "since an outbreak has been likelier than none, within 7 d"));
        all.add(posts("outbreak_posts", "log ratio", "posts of outbreaks over those of a quarter of an hour of usual"
                + " business, plus one, forgotten with a half-life of two days"));
        all.add(posts("regime_mood", "ratio", "expected background over the usual one"));
        all.add(posts("regime_branching", "ratio",
                "expected posts that a post provokes before the audience is used up"));
        all.add(posts("regime_load", "ratio",
                "excitation over the usual one, less what of the audience is used up"));
        all.add(posts("regime_excitation", "log ratio", "excitation over the usual one"));
        all.add(posts("regime_pace", "log ratio", "posts expected now over those of usual business at this hour"));
        all.add(views("regime_under_way", "log ratio", NO_VIEWS,
                "growth by views still to come of posts so far, by posts and by the"
                        + " views that came of them"));
        all.add(views("regime_fresh", "ratio", NO_VIEWS, "of these the ones that hardly move yet over the others"));
        all.add(views("regime_usual_growth", "log ratio", NO_VIEWS,
                "growth of views over the horizon in usual business"));
        all.add(views("futures_growth", "log ratio", NO_FUTURE, "mean growth over the horizon in 128 futures")
                .rising());
        for (int percent : PERCENT) {
            all.add(views("futures_growth_p" + percent, "log ratio", NO_FUTURE,
                    "growth over the horizon that " + percent + " % of 128 futures stay below").rising());
        }
        for (int i = 0; i < BARS.length; i++) {
            all.add(views("futures_pass_" + BAR_NAMES[i], "fraction", NO_FUTURE + ", or no bar is known",
                    "share of 128 futures whose growth passes " + BARS[i] + " times the mean bar of the last 7 d")
                    .rising());
        }
        all.add(views("unexplained_episodes", "occurrences", NO_VIEWS,
                "episodes within 28 d in which views came that posts do not explain"));
        all.add(views("unexplained_growth", "log ratio", NO_VIEWS, "growth of views by all of these episodes"));
        all.add(views("unexplained_hours", "hours", NO_VIEWS + ", or there was none",
                "since the last of these episodes began"));
        all.add(views("unexplained_now", "log ratio", NO_VIEWS,
                "growth in the last hour by views that posts do not explain"));
        for (String part : PARTS) {
            all.add(posts("futures_posts_" + part, "log ratio",
                    "growth of posts in the next " + part + " of the horizon, mean of 128 futures"));
        }
        return all;
    }

    private static FeatureDefinition posts(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING, meaning).from(Counter.POSTS.label());
    }

    private static FeatureDefinition views(String name, String unit, String missing, String meaning) {
        return safe(name, A_GROWTH, unit, missing, meaning).from("views and posts");
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        RegimeParameters learnt = parameters;
        Course course = learnt == null
                ? null
                : Course.of(known.counter(Counter.POSTS).orElse(null), known.counter(Counter.VIEWS).orElse(null),
                        known.readings().cutSecond(), learnt);
        if (learnt == null || course == null) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        Walk walk = new Walk(course, learnt, Walk.STEPS).toEnd();
        int hours = (int) Math.max(1, Math.round(known.context().horizonDays() * 24));
        double[] values = new Values(walk, hours, known).all();
        for (int i = 0; i < values.length; i++) {
            row[offset + i] = (float) values[i];
        }
    }

    /// The values of one entity in the order of the definitions.
    private record Values(Walk walk, int hours, Known known) {

        double[] all() {
            double[] values = new double[DEFINITIONS.size()];
            int at = fillPresent(values);
            Futures futures = Futures.of(walk, hours, SEED);
            at = fillGrowth(futures, values, at);
            at = fillUnexplained(values, at);
            for (int part = 0; part < Futures.PARTS; part++) {
                values[at++] = Math.log1p(futures.meanPosts(part) / Math.max(1, walk.course().level(Counter.POSTS)));
            }
            return values;
        }

        private int fillPresent(double[] values) {
            RegimeFilter filter = walk.filter();
            Course course = walk.course();
            double mood = 0;
            for (int k = 0; k < REGIMES; k++) {
                int phase = k == 0 ? 0 : k < FIRST_HOT ? 1 : k < FIRST_COOLING ? 2 : 3;
                values[phase] += filter.probability(k);
                values[4] += k * filter.probability(k);
                mood += filter.probability(k) * filter.mood(k);
            }
            double[] rest = {walk.hoursInOutbreak(), Math.log1p(walk.outbreakPosts()), mood, walk.branching(),
                    filter.load(), Math.log(Math.max(1e-6, filter.relative(walk.underWay().excitation()))),
                    Math.log(Math.max(1e-6, walk.lastExpected() / course.usual() / course.season(course.size() - 1))),
                    underWay(), walk.underWay().fresh() / Math.max(1, walk.underWay().moving()),
                    Math.log1p(course.usual() * hours * StepGains.PER_HOUR * course.viewsPerPost()
                            / course.level(Counter.VIEWS))};
            if (!course.hasViews()) {
                rest[8] = Double.NaN;
            }
            System.arraycopy(rest, 0, values, 5, rest.length);
            return 5 + rest.length;
        }

        private int fillUnexplained(double[] values, int offset) {
            Explained explained = walk.course().explained();
            if (explained == null) {
                Arrays.fill(values, offset, offset + 4, Double.NaN);
                return offset + 4;
            }
            Explained.Episodes episodes = explained.episodes();
            values[offset] = episodes.count();
            values[offset + 1] = episodes.growth();
            values[offset + 2] = episodes.hours();
            values[offset + 3] = episodes.now();
            return offset + 4;
        }

        private double underWay() {
            double posts = walk.underWay().fresh() + walk.underWay().moving();
            return Math.log1p(posts * walk.course().viewsPerPost() / walk.course().level(Counter.VIEWS));
        }

        private int fillGrowth(Futures futures, double[] values, int offset) {
            int at = offset;
            boolean foretold = known.target() == Counter.POSTS
                    || known.target() == Counter.VIEWS && walk.course().hasViews();
            if (!foretold) {
                int end = at + 1 + PERCENT.length + BARS.length;
                Arrays.fill(values, at, end, Double.NaN);
                return end;
            }
            double[] growths = futures.growths(known.target(), walk.course().level(known.target()));
            values[at++] = Arrays.stream(growths).average().orElseThrow();
            for (int percent : PERCENT) {
                values[at++] = growths[growths.length * percent / 100];
            }
            for (double bar : BARS) {
                values[at++] = above(growths, bar * known.barToPass());
            }
            return at;
        }

        private static double above(double[] growths, double bar) {
            long count = Arrays.stream(growths).filter(growth -> growth > bar).count();
            return Double.isNaN(bar) ? Double.NaN : (count + 0.5) / (growths.length + 1);
        }
    }

    @Override
    public FeatureBlock.Learning learn(List<Companions> entities) {
        List<RegimeFit.Readings> readings = new ArrayList<>();
        long cut = 0;
        for (Companions entity : entities) {
            PastReadings posts = entity.readings(Counter.POSTS).orElse(null);
            PastReadings views = entity.readings(Counter.VIEWS).orElse(null);
            if (posts != null && views != null) {
                readings.add(new RegimeFit.Readings(posts, views));
                cut = posts.cutSecond();
            }
        }
        return readings.isEmpty() ? this : new RegimeFit(readings, cut).fit().map(RegimeBlock::new).orElse(this);
    }

    @Override
    public byte[] learnt() {
        if (parameters == null) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            parameters.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public FeatureBlock.Learning with(byte[] learnt) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(learnt))) {
            RegimeParameters read = RegimeParameters.read(in);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("learnt regimes (" + learnt.length
                        + " bytes) must end after the last constant\nMaybe a byte was damaged.");
            }
            return new RegimeBlock(read);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "learnt regimes (" + learnt.length + " bytes) must be whole\nMaybe the download was cut short.", e);
        }
    }

    @Override
    public String inWords() {
        return parameters == null ? "" : parameters.toString();
    }
}

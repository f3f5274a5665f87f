package dev.upswell.regime;

import static dev.upswell.regime.RegimeParameters.FIRST_COOLING;
import static dev.upswell.regime.RegimeParameters.FIRST_HOT;
import static dev.upswell.regime.RegimeParameters.LAST;
import static dev.upswell.regime.RegimeParameters.REGIMES;

import dev.upswell.feature.PastReadings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Learns how posts spread from the posts and views of many entities, and no label.
///
/// First the week, then how views follow posts (by how well the Kalman filter foretold them), then in turn the regimes by
/// expectation maximisation and the other constants by a search along each · **source** Dempster, Laird and Rubin (1977), with Kim's
/// smoother (Dynamic linear models with Markov-switching, 1994).
final class RegimeFit {

    /// How many entities the regimes are learnt from, evenly spread over all that have posts; the days are learnt from all.
    static final int MOST_COURSES = 100;

    private static final int LEAST_COURSES = 20;
    private static final int LEAST_STEPS = 7 * StepGains.PER_DAY;
    private static final int STEPS = 18 * StepGains.PER_DAY;
    private static final int ROUNDS = 3;
    private static final int MAXIMISATIONS = 6;
    private static final double PRIOR = 2;
    private static final int DAYS = 16;

    private final List<Readings> readings;
    private final long cutSecond;
    private RegimeParameters parameters = RegimeParameters.start();
    private List<Course> courses = List.of();

    /// The readings of one entity.
    record Readings(PastReadings posts, PastReadings views) {
    }

    RegimeFit(List<Readings> readings, long cutSecond) {
        this.readings = readings;
        this.cutSecond = cutSecond;
    }

    /// **absence** empty where fewer than [#LEAST_COURSES] entities have posts and views, or less than a week of them is known
    Optional<RegimeParameters> fit() {
        courses = courses(parameters);
        if (courses.size() < LEAST_COURSES
                || courses.stream().allMatch(one -> one.size() - one.first() < LEAST_STEPS)) {
            return Optional.empty();
        }
        learnRhythmAndViews();
        courses = courses(parameters);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < MAXIMISATIONS; i++) {
                parameters = new Maximisation(parameters).over(courses);
            }
            fitPosts(round == 0 ? 1.5 : 1.2);
        }
        return Optional.of(parameters);
    }

    /// The week, the kinds of days, and how views follow posts; the regimes are where learning starts.
    private void learnRhythmAndViews() {
        List<Rhythm.Hours> hours = hours();
        parameters = parameters.rhythm(weekdays(hours), days(hours));
        courses = courses(parameters);
        fitViews();
    }

    /// Courses of entities evenly spread over all that have one.
    private List<Course> courses(RegimeParameters with) {
        List<Course> all = new ArrayList<>();
        for (Readings one : readings) {
            Course course = Course.of(one.posts(), one.views(), cutSecond, with);
            if (course != null && course.hasViews()) {
                all.add(course);
            }
        }
        return all.size() <= MOST_COURSES
                ? all
                : IntStream.range(0, MOST_COURSES).mapToObj(i -> all.get((int) ((long) i * all.size() / MOST_COURSES)))
                        .toList();
    }

    private List<Rhythm.Hours> hours() {
        long end = StepGains.step(cutSecond);
        List<Rhythm.Hours> all = new ArrayList<>();
        for (Readings one : readings) {
            StepGains gains = StepGains.of(one.posts(), end, Course.PAST_STEPS);
            if (gains != null) {
                all.add(Rhythm.Hours.of(gains, end));
            }
        }
        return all;
    }

    /// The kinds of days that entities have: means of the nearest, begun with evenly spread hours of the peak.
    private static double[][] days(List<Rhythm.Hours> hours) {
        List<double[]> waves = hours.stream().map(Rhythm::waves).toList();
        double wide = Math.sqrt(waves.stream().mapToDouble(one -> one[0] * one[0] + one[1] * one[1]).sorted()
                .skip(waves.size() / 2).findFirst().orElse(0));
        double[][] days = new double[DAYS][Rhythm.WAVES];
        for (int i = 0; i < DAYS; i++) {
            days[i][0] = wide * Math.cos(2 * Math.PI * i / DAYS);
            days[i][1] = wide * Math.sin(2 * Math.PI * i / DAYS);
        }
        for (int round = 0; round < 10; round++) {
            double[][] sums = new double[DAYS][Rhythm.WAVES];
            int[] counts = new int[DAYS];
            for (double[] one : waves) {
                int day = Rhythm.nearest(one, days);
                counts[day]++;
                for (int wave = 0; wave < Rhythm.WAVES; wave++) {
                    sums[day][wave] += one[wave];
                }
            }
            for (int day = 0; day < DAYS; day++) {
                for (int wave = 0; wave < Rhythm.WAVES && counts[day] > 0; wave++) {
                    days[day][wave] = sums[day][wave] / counts[day];
                }
            }
        }
        return days;
    }

    private static double[] weekdays(List<Rhythm.Hours> hours) {
        double[] sums = new double[7];
        int[] counts = new int[7];
        hours.forEach(one -> Rhythm.addWeek(one, sums, counts));
        double[] days = new double[7];
        double mean = 0;
        for (int day = 0; day < 7; day++) {
            days[day] = (sums[day] + 5) / (counts[day] + 5);
            mean += days[day] / 7;
        }
        for (int day = 0; day < 7; day++) {
            days[day] /= mean;
        }
        return days;
    }

    private void fitViews() {
        double step = 1.6;
        for (int round = 0; round < 4; round++) {
            double wide = step;
            RegimeParameters p = parameters;
            double delay = best(p.delayHours(), wide,
                    x -> p.views(x, p.viewSeason(), p.weightVariance(), p.viewNoise()));
            RegimeParameters q = p.views(delay, p.viewSeason(), p.weightVariance(), p.viewNoise());
            double season = best(q.viewSeason(), wide, x -> q.views(delay, x, q.weightVariance(), q.viewNoise()));
            RegimeParameters r = q.views(delay, season, q.weightVariance(), q.viewNoise());
            double noise = best(r.viewNoise(), wide * wide, x -> r.views(delay, season, r.weightVariance(), x));
            parameters = r.views(delay, season, r.weightVariance(), noise);
            step = Math.max(1.05, Math.sqrt(step));
        }
    }

    private double best(double now, double wide, DoubleFunction<RegimeParameters> with) {
        return search(now, wide, value -> viewsLikelihood(with.apply(value)));
    }

    /// The best value along one constant: goes on in the better direction while it gets better.
    private static double search(double now, double wide, ToDoubleFunction<Double> worth) {
        double here = worth.applyAsDouble(now);
        for (double factor : new double[]{wide, 1 / wide}) {
            double best = now;
            for (int i = 0; i < 6; i++) {
                double there = worth.applyAsDouble(best * factor);
                if (there <= here) {
                    break;
                }
                here = there;
                best *= factor;
            }
            if (best != now) {
                return best;
            }
        }
        return now;
    }

    private double viewsLikelihood(RegimeParameters with) {
        double sum = 0;
        for (Course course : courses) {
            if (course.viewResolution() > 1) {
                continue;
            }
            UnderWay way = new UnderWay(with, course.usual());
            for (int i = Math.max(course.first(), course.size() - STEPS / 2); i < course.size(); i++) {
                double season = course.season(i);
                if (course.viewsKnown(i)) {
                    way.see(course.views(i) / course.viewsPerPost(), season, 0);
                }
                way.pass(course.known(i) ? course.posts(i) : course.usual(), season, 0);
            }
            sum += way.logLikelihood();
        }
        return sum;
    }

    private void fitPosts(double wide) {
        double memory = search(parameters.memoryHours(), wide, x -> postsLikelihood(parameters.posts(x,
                parameters.saturation(), parameters.moodHours(), parameters.moodSpread())));
        parameters = parameters.posts(memory, parameters.saturation(), parameters.moodHours(), parameters.moodSpread());
        double saturation = search(parameters.saturation(), wide, x -> postsLikelihood(
                parameters.posts(memory, x, parameters.moodHours(), parameters.moodSpread())));
        parameters = parameters.posts(memory, saturation, parameters.moodHours(), parameters.moodSpread());
        double spread = search(parameters.moodSpread(), wide, x -> postsLikelihood(
                parameters.posts(memory, saturation, parameters.moodHours(), x)));
        parameters = parameters.posts(memory, saturation, parameters.moodHours(), spread);
        double hours = search(parameters.moodHours(), wide, x -> postsLikelihood(
                parameters.posts(memory, saturation, x, spread)));
        parameters = parameters.posts(memory, saturation, hours, spread);
        fitBranching(0, 1, wide);
        fitBranching(1, FIRST_COOLING, wide);
        fitBranching(FIRST_COOLING, REGIMES, wide);
    }

    /// Branching of these regimes together: the maximisation moves it but slowly, because moods make up for it.
    private void fitBranching(int from, int to, double wide) {
        RegimeParameters p = parameters;
        double factor = search(1, Math.sqrt(wide), x -> postsLikelihood(p.scaled(from, to, x)));
        parameters = p.scaled(from, to, factor);
    }

    private double postsLikelihood(RegimeParameters with) {
        double sum = 0;
        for (Course course : courses) {
            sum += new Walk(course, with, STEPS).toEnd().filter().logLikelihood();
        }
        return sum;
    }

    /// One step of expectation maximisation.
    private static final class Maximisation {

        private final RegimeParameters parameters;
        private final double[] came = new double[REGIMES];
        private final double[] parents = new double[REGIMES];
        private final double[] time = new double[REGIMES];
        private final double[] left = new double[REGIMES];
        private double again;

        Maximisation(RegimeParameters parameters) {
            this.parameters = parameters;
        }

        RegimeParameters over(List<Course> courses) {
            courses.forEach(this::add);
            double leftLast = left[LAST];
            tie(left, 1, FIRST_HOT);
            tie(time, 1, FIRST_HOT);
            for (double[] sums : List.of(left, time, came, parents)) {
                tie(sums, FIRST_HOT, FIRST_COOLING);
                tie(sums, FIRST_COOLING, REGIMES);
            }
            double[] branching = new double[REGIMES];
            double[] leaving = new double[REGIMES];
            for (int k = 0; k < REGIMES; k++) {
                branching[k] = Math.clamp((came[k] + PRIOR * parameters.branching()[k]) / (parents[k] + PRIOR), 0.01,
                        5);
                leaving[k] = Math.clamp((left[k] + PRIOR) / (time[k] + PRIOR / parameters.leaving()[k]),
                        k == 0 ? 1e-4 : 1.0 / 24, 2);
            }
            return parameters.chain(branching, leaving,
                    Math.clamp((again + PRIOR * parameters.again()) / (leftLast + PRIOR), 0.01, 0.9));
        }

        /// Stages of one phase last equally long, and those of hot and of cooling provoke equally much.
        private static void tie(double[] sums, int from, int to) {
            double mean = Arrays.stream(sums, from, to).average().orElseThrow();
            Arrays.fill(sums, from, to, mean);
        }

        private void add(Course course) {
            Walk walk = new Walk(course, parameters, STEPS);
            int from = walk.from();
            int size = course.size() - from;
            double[][] after = new double[size][REGIMES];
            double[][] before = new double[size][REGIMES];
            double[][] moods = new double[size][REGIMES];
            double[] load = new double[size];
            RegimeFilter filter = walk.filter();
            for (int t = 0; t < size; t++) {
                for (int k = 0; k < REGIMES; k++) {
                    before[t][k] = passed(filter, k);
                }
                walk.step(from + t);
                load[t] = filter.load();
                for (int k = 0; k < REGIMES; k++) {
                    after[t][k] = filter.probability(k);
                    moods[t][k] = filter.mood(k);
                }
            }
            double[] later = after[size - 1].clone();
            for (int t = size - 1; t >= 0; t--) {
                count(course, from + t, later, moods[t], load[t]);
                if (t > 0) {
                    later = back(filter, later, before[t], after[t - 1]);
                }
            }
        }

        private double passed(RegimeFilter filter, int k) {
            double stays = filter.probability(k) * (1 - filter.leaving(k));
            double last = filter.probability(LAST) * filter.leaving(LAST);
            double comes = k == 0
                    ? last * (1 - parameters.again())
                    : filter.probability(k - 1) * filter.leaving(k - 1);
            return stays + comes + (k == 1 ? last * parameters.again() : 0);
        }

        /// What was believed a step before, given all that came later; counts the passages on the way.
        private double[] back(RegimeFilter filter, double[] later, double[] before, double[] after) {
            double[] ratio = new double[REGIMES];
            for (int k = 0; k < REGIMES; k++) {
                ratio[k] = later[k] / Math.max(1e-12, before[k]);
            }
            double[] earlier = new double[REGIMES];
            for (int k = 0; k < REGIMES; k++) {
                double leaves = filter.leaving(k);
                double goes;
                if (k == LAST) {
                    double rises = after[k] * leaves * parameters.again() * ratio[1];
                    again += rises;
                    goes = rises + after[k] * leaves * (1 - parameters.again()) * ratio[0];
                } else {
                    goes = after[k] * leaves * ratio[k + 1];
                }
                left[k] += goes;
                earlier[k] = goes + after[k] * (1 - leaves) * ratio[k];
                time[k] += earlier[k] / StepGains.PER_HOUR;
            }
            return earlier;
        }

        private void count(Course course, int step, double[] belief, double[] moods, double load) {
            if (!course.known(step)) {
                return;
            }
            double busy = course.season(step) * course.usual();
            double calm = parameters.branching()[0];
            for (int k = 0; k < REGIMES; k++) {
                double usual = busy * moods[k];
                double mean = usual * (1 - calm + parameters.branching()[k] * load);
                double by = usual * (k == 0 ? load - 1 : load);
                double beyond = course.posts(step) - (k == 0 ? usual : usual * (1 - calm));
                double weight = belief[k] / Math.max(1e-3, mean);
                came[k] += weight * beyond * by;
                parents[k] += weight * by * by;
            }
        }
    }
}

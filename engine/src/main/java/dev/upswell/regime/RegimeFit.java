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

    /// So many courses are gone over side by side, which bounds the memory.
    private static final int AT_ONCE = 16;

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
        double wide = 1.6;
        double likelihood = viewsLikelihood(parameters);
        for (int round = 0; round < 4; round++) {
            likelihood = search(likelihood, parameters.delayHours(), wide, x -> parameters.views(x,
                    parameters.viewSeason(), parameters.weightVariance(), parameters.viewNoise()),
                    this::viewsLikelihood);
            likelihood = search(likelihood, parameters.viewSeason(), wide, x -> parameters.views(
                    parameters.delayHours(), x, parameters.weightVariance(), parameters.viewNoise()),
                    this::viewsLikelihood);
            likelihood = search(likelihood, parameters.viewNoise(), wide * wide, x -> parameters.views(
                    parameters.delayHours(), parameters.viewSeason(), parameters.weightVariance(), x),
                    this::viewsLikelihood);
            wide = Math.max(1.05, Math.sqrt(wide));
        }
    }

    /// Takes the best value along one constant: goes on in the better direction while it gets better.
    ///
    /// @param here likelihood with the present constants
    /// @return likelihood with those that were taken
    private double search(double here, double now, double wide, DoubleFunction<RegimeParameters> with,
            ToDoubleFunction<RegimeParameters> likelihood) {
        for (double factor : new double[]{wide, 1 / wide}) {
            double reached = here;
            double best = now;
            RegimeParameters found = parameters;
            for (int i = 0; i < 6; i++) {
                RegimeParameters other = with.apply(best * factor);
                double there = likelihood.applyAsDouble(other);
                if (there <= reached) {
                    break;
                }
                reached = there;
                best *= factor;
                found = other;
            }
            if (best != now) {
                parameters = found;
                return reached;
            }
        }
        return here;
    }

    private double viewsLikelihood(RegimeParameters with) {
        return overCourses(course -> viewsLikelihood(course, with));
    }

    private static double viewsLikelihood(Course course, RegimeParameters with) {
        if (course.viewResolution() > 1) {
            return 0;
        }
        UnderWay way = new UnderWay(with, course.usual());
        for (int i = Math.max(course.first(), course.size() - STEPS / 2); i < course.size(); i++) {
            double season = course.season(i);
            if (course.viewsKnown(i)) {
                way.see(course.views(i) / course.viewsPerPost(), season, 0);
            }
            way.pass(course.known(i) ? course.posts(i) : course.usual(), season, 0);
        }
        return way.logLikelihood();
    }

    /// The sum over all courses, worked out side by side and added in their order, so that it is the same on every machine.
    private double overCourses(ToDoubleFunction<Course> value) {
        double sum = 0;
        for (double one : courses.parallelStream().mapToDouble(value).toArray()) {
            sum += one;
        }
        return sum;
    }

    private void fitPosts(double wide) {
        double here = postsLikelihood(parameters);
        here = search(here, parameters.memoryHours(), wide, x -> parameters.posts(x, parameters.saturation(),
                parameters.moodHours(), parameters.moodSpread()), this::postsLikelihood);
        here = search(here, parameters.saturation(), wide, x -> parameters.posts(parameters.memoryHours(), x,
                parameters.moodHours(), parameters.moodSpread()), this::postsLikelihood);
        here = search(here, parameters.moodSpread(), wide, x -> parameters.posts(parameters.memoryHours(),
                parameters.saturation(), parameters.moodHours(), x), this::postsLikelihood);
        here = search(here, parameters.moodHours(), wide, x -> parameters.posts(parameters.memoryHours(),
                parameters.saturation(), x, parameters.moodSpread()), this::postsLikelihood);
        here = fitBranching(here, 0, 1, wide);
        here = fitBranching(here, 1, FIRST_COOLING, wide);
        fitBranching(here, FIRST_COOLING, REGIMES, wide);
    }

    /// Branching of these regimes together: the maximisation moves it but slowly, because moods make up for it.
    private double fitBranching(double here, int from, int to, double wide) {
        return search(here, 1, Math.sqrt(wide), x -> parameters.scaled(from, to, x), this::postsLikelihood);
    }

    private double postsLikelihood(RegimeParameters with) {
        return overCourses(course -> new Walk(course, with, STEPS).toEnd().filter().logLikelihood());
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
            for (int from = 0; from < courses.size(); from += AT_ONCE) {
                courses.subList(from, Math.min(courses.size(), from + AT_ONCE)).parallelStream()
                        .map(course -> Forward.over(course, parameters)).toList().forEach(this::add);
            }
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

        /// Goes back over a course and counts, given what came later.
        private void add(Forward forward) {
            double[] later = forward.after[forward.size() - 1].clone();
            for (int t = forward.size() - 1; t >= 0; t--) {
                count(forward.walk.course(), forward.walk.from() + t, later, forward.moods[t], forward.load[t]);
                if (t > 0) {
                    later = back(forward.walk.filter(), later, forward.before[t], forward.after[t - 1]);
                }
            }
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

    /// What was believed at each step of a course from the steps before it.
    ///
    /// @param before probabilities of the regimes before the step's posts were seen
    /// @param after probabilities once they were
    private record Forward(Walk walk, double[][] before, double[][] after, double[][] moods, double[] load) {

        static Forward over(Course course, RegimeParameters parameters) {
            Walk walk = new Walk(course, parameters, STEPS);
            int size = course.size() - walk.from();
            Forward forward = new Forward(walk, new double[size][REGIMES], new double[size][REGIMES],
                    new double[size][REGIMES], new double[size]);
            for (int t = 0; t < size; t++) {
                forward.step(t, parameters.again());
            }
            return forward;
        }

        private void step(int t, double again) {
            RegimeFilter filter = walk.filter();
            for (int k = 0; k < REGIMES; k++) {
                before[t][k] = passed(filter, k, again);
            }
            walk.step(walk.from() + t);
            load[t] = filter.load();
            for (int k = 0; k < REGIMES; k++) {
                after[t][k] = filter.probability(k);
                moods[t][k] = filter.mood(k);
            }
        }

        private static double passed(RegimeFilter filter, int k, double again) {
            double stays = filter.probability(k) * (1 - filter.leaving(k));
            double last = filter.probability(LAST) * filter.leaving(LAST);
            double comes = k == 0
                    ? last * (1 - again)
                    : filter.probability(k - 1) * filter.leaving(k - 1);
            return stays + comes + (k == 1 ? last * again : 0);
        }

        int size() {
            return load.length;
        }
    }
}

package dev.upswell.regime;

import static dev.upswell.regime.RegimeParameters.REGIMES;

/// One pass of both filters over the last days of a course, up to its cut.
final class Walk {

    /// Days over which regimes are followed before the cut; older posts matter through rhythm and pace alone.
    static final int STEPS = 7 * StepGains.PER_DAY;

    private static final double FORGET = Math.pow(0.5, 1.0 / (2 * StepGains.PER_DAY));

    private final Course course;
    private final RegimeParameters parameters;
    private final UnderWay underWay;
    private final RegimeFilter filter;
    private final int from;
    private final double blurOf;
    private double lastExpected;
    private double hoursInOutbreak;
    private double outbreakPosts;

    /// @param steps how far back the pass begins at most
    Walk(Course course, RegimeParameters parameters, int steps) {
        this.course = course;
        this.parameters = parameters;
        from = Math.max(course.first(), course.size() - steps);
        double pace = 0;
        int to = Math.min(course.size(), from + StepGains.PER_DAY);
        for (int i = from; i < to; i++) {
            pace += course.posts(i) / (to - from);
        }
        underWay = new UnderWay(parameters, Math.max(course.usual(), pace));
        filter = new RegimeFilter(parameters, course.usual());
        blurOf = course.postResolution();
    }

    int from() {
        return from;
    }

    /// Goes over step `i`; call with ascending steps.
    void step(int i) {
        double season = course.season(i);
        filter.pass();
        filter.expect(underWay.excitation(), season);
        lastExpected = filter.expected();
        boolean known = course.known(i);
        double posts = known ? course.posts(i) : lastExpected;
        if (course.viewsKnown(i)) {
            underWay.see(course.views(i) / course.viewsPerPost(), season,
                    course.viewResolution() > 1 ? blurViews(i) : 0);
        }
        if (known) {
            filter.see(posts, blur(posts));
        }
        double outbreak = 1 - filter.probability(0);
        hoursInOutbreak = outbreak < 0.5 ? 0 : hoursInOutbreak + 1.0 / StepGains.PER_HOUR;
        outbreakPosts = (outbreakPosts + outbreak * posts / course.usual()) * FORGET;
        underWay.pass(posts, season, known ? blurPosts(posts) : posts * (1 + 0.1 * posts));
    }

    private double blur(double posts) {
        return blurOf <= 1 ? 1 : 1 + square(Math.min(posts, blurOf)) / (6 * Math.max(1, posts));
    }

    private double blurPosts(double posts) {
        return blurOf <= 1 ? 0 : square(Math.min(posts, blurOf)) / 6;
    }

    private double blurViews(int i) {
        return Math.min(course.views(i), course.viewResolution()) / course.viewsPerPost();
    }

    private static double square(double value) {
        return value * value;
    }

    /// Goes over all steps up to the cut.
    Walk toEnd() {
        for (int i = from; i < course.size(); i++) {
            step(i);
        }
        return this;
    }

    RegimeFilter filter() {
        return filter;
    }

    UnderWay underWay() {
        return underWay;
    }

    Course course() {
        return course;
    }

    RegimeParameters parameters() {
        return parameters;
    }

    /// Posts that the filter had expected of the last step.
    double lastExpected() {
        return lastExpected;
    }

    /// Hours since an outbreak has been likelier than none; 0 while it is not.
    double hoursInOutbreak() {
        return hoursInOutbreak;
    }

    /// Posts of outbreaks, in steps of usual business, forgotten with a half-life of two days: how much of the audience has
    /// been reached lately.
    double outbreakPosts() {
        return outbreakPosts;
    }

    /// Posts that a post provokes, by what is believed of the regime.
    double branching() {
        double sum = 0;
        for (int k = 0; k < REGIMES; k++) {
            sum += filter.probability(k) * parameters.branching()[k];
        }
        return sum;
    }
}

package dev.upswell.people;

/// How much a person would like each video, moods aside, by what somebody knows of its taste at an instant.
///
/// The liking of a video is a sum
///
///     base + match + form + length + quality + loyalty + freshness − language
///
/// where match is the affinity to its subject (two subjects weigh 65 and 35 hundredths). Tables are made once, so that a liking takes
/// some ten additions.
final class Leaning {

    /// The share of the first subject where a video has two.
    static final double FIRST_OF_TWO = 0.65;

    private static final double BASE = -1.5;
    private static final double MATCH = 2.9;
    private static final double LENGTH = 0.35;
    private static final double LENGTH_WIDTH = 0.7;
    private static final double QUALITY = 0.75;
    private static final double LOYALTY = 0.7;
    private static final double FRESHNESS = 0.5;
    private static final double FRESH_SECONDS = 7 * 86_400.0;
    private static final double FOREIGN = 2.2;
    private static final double SECOND_LANGUAGE = 0.2;
    private static final int LONGEST = 180;

    private final Person person;
    private final double[] affinities;
    private final double[] forms = new double[Form.count()];
    private final double[] lengths = new double[LONGEST + 1];
    private final double[][] languages = new double[Tongue.values().length][Form.count()];

    /// The leaning of a person whose affinities to subjects are these, and whose taste in forms and lengths is known to this share.
    Leaning(Person person, double[] affinities, double known) {
        this.person = person;
        this.affinities = affinities;
        for (int i = 0; i < forms.length; i++) {
            forms[i] = known * person.taste().forms()[i];
        }
        for (int seconds = 1; seconds <= LONGEST; seconds++) {
            double off = (StrictMath.log(seconds) - person.taste().length()) / LENGTH_WIDTH;
            lengths[seconds] = -known * LENGTH * off * off;
        }
        for (Tongue tongue : Tongue.values()) {
            for (int form = 0; form < forms.length; form++) {
                languages[tongue.ordinal()][form] = tongue == person.tongue()
                        ? 0
                        : (person.reads().contains(tongue) ? SECOND_LANGUAGE : FOREIGN) * Form.of(form).words();
            }
        }
    }

    /// The truth of a person at an epoch second.
    static Leaning truly(Person person, long at) {
        return new Leaning(person, person.taste().affinities(at), 1);
    }

    /// How much it likes a video that is thought to be of this quality, at this epoch second.
    double liking(WorldVideo video, double quality, long at) {
        WorldVideo.Made made = video.made();
        double match = made.second() < 0
                ? affinities[made.subject()]
                : FIRST_OF_TWO * affinities[made.subject()] + (1 - FIRST_OF_TWO) * affinities[made.second()];
        double age = at - video.shown().createdAt();
        int form = made.form().ordinal();
        return BASE + person.temper().generosity() + MATCH * match + forms[form] + lengths[video.shown().seconds()]
                + QUALITY * quality + (person.loyal().get(made.poster()) ? LOYALTY : 0)
                + FRESHNESS / (1 + age / FRESH_SECONDS) - languages[made.tongue().ordinal()][form];
    }
}

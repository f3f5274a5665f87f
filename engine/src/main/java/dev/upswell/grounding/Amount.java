package dev.upswell.grounding;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as a sentence writes it.
///
/// @param start where it begins in its clause
/// @param end where it ends, with its unit
/// @param value in the unit of its kind: a percentage as a fraction, a span in seconds
/// @param slack how far the fact may lie from it: half of the last digit written
/// @param thing what is counted, where that is said
/// @param bound whether the sentence says that the fact is more or less than it
/// @param signed whether it was written with a sign
/// @param per seconds in which so much is counted, as in views per hour; 0 where none are told
record Amount(int start, int end, double value, double slack, Kind kind, @Nullable Unit thing, Bound bound,
        boolean signed, double per) {

    /// An amount that is not told by time.
    Amount(int start, int end, double value, double slack, Kind kind, @Nullable Unit thing, Bound bound, boolean signed) {
        this(start, end, value, slack, kind, thing, bound, signed, 0);
    }

    /// The same, counted in so many seconds, with the words that say so.
    Amount per(double seconds, int until) {
        return new Amount(start, until, value, slack, kind, thing, bound, signed, seconds);
    }

    /// A span followed by a shorter one, as in two minutes and five seconds.
    Amount and(Amount shorter) {
        return new Amount(start, shorter.end, value + shorter.value, shorter.slack, kind, thing, bound, signed);
    }

    /// A part in words: off by a point, and by two where it is told as about so much; of small parts by less.
    static Amount part(int start, int end, double part, Bound bound) {
        double slack = Math.min(0.01, 0.06 * part);
        return new Amount(start, end, part, bound == Bound.ABOUT ? Math.min(0.02, 0.1 * part) : slack, Kind.PART, null,
                bound, false);
    }

    /// The same in another kind, so many times as much, until this place.
    Amount as(Kind other, double times, int until) {
        return new Amount(start, until, value * times, slack * times, other, thing, bound, signed, per);
    }

    /// A word of number of which no value is known.
    static Amount unread(int start, int end) {
        return new Amount(start, end, 0, 0, Kind.UNREAD, null, Bound.EXACT, false);
    }

    /// In what it is told.
    enum Kind {
        /// As it is.
        PLAIN,
        /// In percent, as a fraction here.
        PERCENT,
        /// In points of percent, as a fraction here.
        PERCENT_POINTS,
        /// So many times.
        TIMES,
        /// A part in words, such as a third.
        PART,
        /// A span of time, in seconds here.
        SPAN,
        /// A word of number that was not read, such as millions: no fact tells it.
        UNREAD
    }

    /// What is said of the fact beside it.
    enum Bound {
        /// It is this, as rounded.
        EXACT,
        /// It is about this.
        ABOUT,
        /// It is more.
        MORE,
        /// It is less.
        LESS,
        /// It is more, by whatever much: most of something.
        ABOVE,
        /// It is less, by whatever much.
        BELOW;

        private static final Pattern LESS_AFTER = Pattern.compile("(?i)^\\s*(?:or (?:less|fewer)|atau kurang)");
        private static final Pattern MORE_AFTER = Pattern
                .compile("(?i)^\\s*(?:or more|or better|plus|\\+|atau lebih|lebih\\b(?!\\s+(?:cepat|banyak|tinggi|besar|kuat|"
                        + "baik|lama|sedikit|rendah|kecil|lambat|lemah|buruk|awal|dulu|sering|jauh|panjang|pendek)))");
        private static final String ARTICLE = "\\s*(?:(?<=\\s)(?:an?|one)\\s*)?$";
        private static final Pattern NOT_LESS = Pattern
                .compile("(?i)(?<!\\p{L})(?:(?:no|not) (?:less|fewer) than|tidak kurang dari)" + ARTICLE);
        private static final Pattern NOT_MORE = Pattern
                .compile("(?i)(?<!\\p{L})(?:(?:no|not) more than|tidak lebih dari)" + ARTICLE);
        private static final Pattern MORE_BEFORE = Pattern.compile(
                "(?i)(?<!\\p{L})(?:more than|better than|over|above|beyond|past|at least|upwards of|north of|exceed(?:s|ed|ing)?|"
                        + "topp?(?:s|ed|ing)|pass(?:es|ed|ing)|cross(?:es|ed|ing)|surpass(?:es|ed|ing)?|lebih dari|di atas|setidaknya|sedikitnya|minimal|"
                        + "paling sedikit|melebihi|melampaui|melewati|menembus|tembus)"
                        + ARTICLE);
        private static final Pattern LESS_BEFORE = Pattern
                .compile("(?i)(?<!\\p{L})(?:less than|fewer than|under|below|at most|up to|nearly|almost|just short of|shy of|"
                        + "short of|approaching|not quite|south of|"
                        + "kurang dari|di bawah|hampir|paling banyak|maksimal|tidak sampai|tak sampai|belum sampai|belum genap|"
                        + "nyaris|mendekati)"
                        + ARTICLE);
        private static final Pattern ABOUT_BEFORE = Pattern
                .compile("(?i)(?<!\\p{L})(?:about|around|roughly|approximately|some|circa|close to|~|≈|sekitar|kira-kira|"
                        + "kurang lebih|kisaran|an estimated)" + ARTICLE);

        /// What is said of what is left where this is said of what was lost: nearly halved is a bit more than half.
        Bound turned() {
            return this == MORE ? LESS : this == LESS ? MORE : this;
        }

        /// What the words around the number at this place say.
        static Bound of(String clause, int start, int end) {
            String before = clause.substring(0, start);
            String after = clause.substring(end);
            boolean notMore = NOT_MORE.matcher(before).find();
            if (NOT_LESS.matcher(before).find()
                    || !notMore && (MORE_BEFORE.matcher(before).find() || MORE_AFTER.matcher(after).find())) {
                return MORE;
            }
            if (notMore || LESS_BEFORE.matcher(before).find() || LESS_AFTER.matcher(after).find()) {
                return LESS;
            }
            return ABOUT_BEFORE.matcher(before).find() ? ABOUT : EXACT;
        }
    }

    /// Whether a value is told truly by it.
    boolean tells(double fact) {
        double far = Math.abs(fact - value);
        double hair = 1e-12 * Math.max(1, Math.abs(fact));
        return switch (bound) {
            case EXACT -> far <= slack + hair;
            case ABOUT -> far <= Math.max(slack, round() / 2) + hair;
            case MORE -> fact > value - hair && far <= near() + hair;
            case LESS -> fact < value + hair && far <= near() + hair;
            case ABOVE -> fact > value;
            case BELOW -> fact < value;
        };
    }

    /// How far beyond it the fact may lie: `nearly a million` is no million of any size, so a tenth is the most; what is more than twice
    /// as much is so whatever it is, and is not told so where it is nearly three times.
    private double near() {
        double most = Math.abs(value) / 10;
        if (bound == Bound.MORE) {
            return kind == Kind.TIMES || kind == Kind.PART || kind == Kind.SPAN ? 3 * most : 1.5 * most;
        }
        return Math.min(Math.max(Math.max(2 * slack, round()), 0.6 * most), most);
    }

    /// The place of the last digit that is not 0, at most a tenth of the number: in `about 30,000` zeros are no digits that count.
    private double round() {
        double step = 2 * slack;
        double digits = Math.rint(value / step);
        while (step > 0 && digits != 0 && digits % 10 == 0) {
            digits /= 10;
            step *= 10;
        }
        return Math.min(step, Math.abs(value) / 10);
    }
}

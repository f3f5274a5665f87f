package dev.upswell.simulate;

import java.util.List;

/// What a creator posts about: the hour at which its audience is awake and the words its hashtags are made of.
enum Topic {
    BEAUTY(19, "glow skin lash gloss blush nail serum peel", "routine ritual hack check diary tips"),
    BAKING(16, "sourdough matcha cookie brioche caramel crumb tart glaze", "recipe bake club hour test swap"),
    FITNESS(6, "squat plank pilates cardio stretch mobility core sprint", "streak form reset burn plan walk"),
    BOOKS(21, "fantasy romance thriller dystopia poetry manga memoir gothic", "shelf haul reads wrap pages ending"),
    GAMES(22, "speedrun cozy pixel roguelike arena puzzle retro sandbox", "clip build run lobby quest patch"),
    TRAVEL(18, "island hostel train alpine coast desert citybreak ferry", "diary tips route view pack day"),
    COMEDY(20, "office roommate teacher sibling landlord barista deadpan awkward", "skit bit pov moment prank voice"),
    DANCE(20, "shuffle footwork wave hiphop ballroom salsa tutting spin", "challenge duet step crew loop drop"),
    FASHION(19, "thrift linen denim capsule vintage corset loafer quilted", "fit haul styling closet edit swap"),
    PETS(17, "kitten puppy parrot hedgehog rescue zoomies tabby corgi", "mood nap trick diary life face"),
    HOME(11, "declutter laundry balcony pantry renter lamp shelf tile", "reset hack makeover corner tour diy"),
    CARS(15, "detailing drift hatchback camper wagon turbo classic hybrid", "build wash tour sound swap talk"),
    STUDY(9, "exam pomodoro flashcard notes library essay dorm revision", "withme setup vlog hack week sprint"),
    GARDEN(10, "seedling compost tomato dahlia allotment cactus herb raised", "update haul start harvest tips bed"),
    MUSIC(20, "guitar vinyl synth choir drum loop ukulele cover", "session riff take mashup jam remix"),
    SCIENCE(14, "fossil orbit chemistry quantum volcano microbe tide magnet", "fact lab explained demo myth week");

    private final int peakHour;
    private final List<String> subjects;
    private final List<String> forms;

    Topic(int peakHour, String subjects, String forms) {
        this.peakHour = peakHour;
        this.subjects = List.of(subjects.split(" "));
        this.forms = List.of(forms.split(" "));
    }

    /// The UTC hour of the day at which most of this topic's audience watches.
    int peakHour() {
        return peakHour;
    }

    /// What is talked about: the first halves of hashtag names.
    List<String> subjects() {
        return subjects;
    }

    /// How it is talked about: the second halves of hashtag names.
    List<String> forms() {
        return forms;
    }

    static Topic of(int index) {
        return values()[index % values().length];
    }

    /// How busy a topic's audience is at each quarter of an hour of the week, relative to its mean of 1.
    static final class Season {

        private static final int QUARTERS_A_WEEK = 7 * 96;
        private static final int QUARTER_SECONDS = 900;
        /// 1970-01-01 was a Thursday; with this shift quarter 0 is Monday 00:00 UTC.
        private static final int THURSDAY = 3 * 96;
        private static final double DAY_AMPLITUDE = 0.45;
        private static final double WEEKEND_LIFT = 0.18;

        private final double[] factors = new double[QUARTERS_A_WEEK];

        Season(int peakHour) {
            for (int quarter = 0; quarter < QUARTERS_A_WEEK; quarter++) {
                double hour = quarter % 96 / 4.0;
                double day = 1 + DAY_AMPLITUDE * StrictMath.cos(2 * Math.PI * (hour - peakHour) / 24);
                boolean weekend = quarter / 96 >= 5;
                factors[quarter] = day * (weekend ? 1 + WEEKEND_LIFT : 1 - WEEKEND_LIFT * 2 / 5);
            }
        }

        double at(long epochSecond) {
            return factors[(int) ((epochSecond / QUARTER_SECONDS + THURSDAY) % QUARTERS_A_WEEK)];
        }
    }
}

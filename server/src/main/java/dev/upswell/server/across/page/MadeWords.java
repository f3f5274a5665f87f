package dev.upswell.server.across.page;

import dev.upswell.server.across.Benchmarks.Made;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came of making benchmarks, in an address: four numbers with commas between.
final class MadeWords {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    private MadeWords() {
    }

    static String of(Made made) {
        return made.made() + "," + made.standing() + "," + made.waiting() + "," + made.withheld();
    }

    /// Empty where it is none.
    static Optional<Made> read(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches()
                ? Optional.of(new Made(number(numbers, 1), number(numbers, 2), number(numbers, 3), number(numbers, 4)))
                : Optional.empty();
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }
}

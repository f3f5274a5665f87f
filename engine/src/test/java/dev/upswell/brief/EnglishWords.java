package dev.upswell.brief;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Words that give English away; none of them is Indonesian.
final class EnglishWords {

    private static final Set<String> WORDS = new HashSet<>(Arrays.asList("""
            a an the of in on at to from by with without for and or not no than then that this these those is are was were be been
            it its as if so more most least many much few some any each every other into over under between after before first last
            show keep make put let use bring have has do does did will would can could should may must your you we they them their
            videos seconds words text stickers found evidence when where which what who how why all only both one two three
            while during within because but also there here same different such very too again per day days week
            high low moderate priority avoid strong emerging confirmed tested engagement rate lift effect share top middle bottom
            """.split("\\s+", -1)));

    static {
        WORDS.remove("");
        WORDS.remove("per");
    }

    private EnglishWords() {
    }

    /// Whether the text holds one of them.
    static boolean in(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}#@]+", -1)).anyMatch(WORDS::contains);
    }
}

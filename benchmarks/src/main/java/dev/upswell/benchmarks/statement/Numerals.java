package dev.upswell.benchmarks.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Numbers as one language writes them.
final class Numerals {

    private static final List<String> ENGLISH = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty");
    private static final List<String> INDONESIAN = List.of("nol", "satu", "dua", "tiga", "empat", "lima", "enam",
            "tujuh", "delapan", "sembilan", "sepuluh",
            "sebelas", "dua belas", "tiga belas", "empat belas", "lima belas", "enam belas", "tujuh belas",
            "delapan belas", "sembilan belas", "dua puluh");
    private static final List<String> ORDINALS = List.of("", "first", "second", "third", "fourth", "fifth", "sixth",
            "seventh", "eighth", "ninth", "tenth");

    private final Tongue tongue;

    Numerals(Tongue tongue) {
        this.tongue = tongue;
    }

    /// A value written with so many decimals of a unit that is worth `worth`.
    Said decimal(double value, double worth, int decimals, boolean grouped) {
        BigDecimal rounded = BigDecimal.valueOf(value / worth).setScale(decimals, RoundingMode.HALF_UP);
        int kept = decimals;
        while (kept > 0 && rounded.remainder(BigDecimal.ONE.movePointLeft(kept - 1)).signum() == 0) {
            kept--;
            rounded = rounded.setScale(kept, RoundingMode.UNNECESSARY);
        }
        String text = String.format(Locale.ROOT, (grouped ? "%,." : "%.") + kept + "f", rounded);
        if (!tongue.english()) {
            text = text.replace(',', ' ').replace('.', ',').replace(' ', '.');
        }
        return new Said(text, rounded.doubleValue() * worth, Math.pow(10, -kept) * worth);
    }

    /// A whole number up to twenty as a word, others in digits.
    Said word(double value) {
        int whole = (int) Math.rint(value);
        if (whole < 0 || whole > 20) {
            return decimal(value, 1, 0, true);
        }
        return new Said((tongue.english() ? ENGLISH : INDONESIAN).get(whole), whole, 1);
    }

    Said ordinal(int place) {
        if (tongue.english()) {
            return new Said(place >= 1 && place <= 10 ? ORDINALS.get(place) : place + ending(place), place, 1);
        }
        String text = place == 1 ? "pertama" : place >= 2 && place <= 10 ? "ke" + INDONESIAN.get(place) : "ke-" + place;
        return new Said(text, place, 1);
    }

    private static String ending(int place) {
        int last = place % 10;
        if (place / 10 % 10 == 1 || last == 0 || last > 3) {
            return "th";
        }
        return last == 1 ? "st" : last == 2 ? "nd" : "rd";
    }

    /// A count in any way that people write counts.
    Said count(double value, Random random) {
        if (value < 1000) {
            return value <= 20 && random.nextInt(3) > 0 ? word(value) : decimal(value, 1, 0, true);
        }
        int way = random.nextInt(10);
        if (way < 3 || value < 10_000 && way < 6) {
            return decimal(value, 1, 0, random.nextInt(8) > 0 || value >= 10_000);
        }
        boolean millions = value >= 1_000_000;
        double worth = millions ? 1_000_000 : 1000;
        int decimals = value / worth >= 100 ? random.nextInt(2) : 1 + random.nextInt(2);
        return hedged(decimal(value, worth, decimals, true).around("", scale(millions, random)), value, random);
    }

    private String scale(boolean millions, Random random) {
        String[] words = tongue.english()
                ? millions ? new String[]{" million", "M", " M", " million"} : new String[]{"K", "k", " thousand", "K"}
                : millions ? new String[]{" juta", " juta", " jt"} : new String[]{" ribu", " ribu", " rb"};
        return words[random.nextInt(words.length)];
    }

    /// Words before a rounded number that its rounding allows.
    Said hedged(Said said, double value, Random random) {
        if (random.nextInt(10) < 7 || Math.abs(said.value() - value) < said.step() * 0.02) {
            return said;
        }
        boolean under = said.value() > value;
        String[] words = tongue.english()
                ? under
                        ? new String[]{"about", "nearly", "almost", "just under"}
                        : new String[]{"around", "roughly", "more than", "just over"}
                : under ? new String[]{"sekitar", "hampir"} : new String[]{"kira-kira", "lebih dari", "sekitar"};
        return said.around(words[random.nextInt(words.length)] + " ", "");
    }

    Said percent(double ratio, Random random) {
        double percent = ratio * 100;
        int decimals = percent < 1 ? 2 : percent < 10 ? 1 + random.nextInt(2) : random.nextInt(2);
        String[] signs = tongue.english()
                ? new String[]{" %", "%", " percent", "%"}
                : new String[]{" %", "%", " persen"};
        Said written = decimal(percent, 1, decimals, true).around("", signs[random.nextInt(signs.length)]);
        return new Said(hedged(written, percent, random).text(), written.value() / 100, written.step() / 100);
    }
}

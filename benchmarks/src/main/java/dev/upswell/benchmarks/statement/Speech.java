package dev.upswell.benchmarks.statement;

import dev.upswell.benchmarks.statement.Slot.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Slots put into the words of one language. The same random numbers put the same slot in the same way, whatever its value.
final class Speech {

    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July",
            "August", "September", "October",
            "November", "December");
    private static final List<String> BULAN = List.of("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
            "Agustus", "September", "Oktober",
            "November", "Desember");
    private static final List<String> WEEKDAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
            "Saturday", "Sunday");
    private static final List<String> HARI = List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");

    private final Tongue tongue;
    private final Numerals numerals;

    Speech(Tongue tongue) {
        this.tongue = tongue;
        this.numerals = new Numerals(tongue);
    }

    Said say(Slot slot, String part, Random random) {
        return switch (slot) {
            case Figure figure -> figure(figure, random);
            case Slot.Day day -> Said.words(day(day.at(), random));
            case Slot.Hour hour -> Said.words(hour(hour.at()));
            case Slot.Span span -> Said.words(span(span.days(), random));
            case Slot.Name name -> Said.words(name(name.entity()));
            case Slot.Noun noun -> Said.words(noun(noun.measured(), part));
            case Slot.Way way -> Said.words(way(way.up(), part, random));
        };
    }

    private Said figure(Figure figure, Random random) {
        double value = figure.value();
        String noun = " " + figure.measured().noun(tongue);
        return switch (figure.manner()) {
            case COUNT -> numerals.count(value, random);
            case COUNT_WITH_NOUN -> numerals.count(value, random).around("", noun);
            case PERCENT -> numerals.percent(value, random);
            case SHARE -> share(value, random);
            case POINTS -> points(value, random);
            case TIMES -> times(value, random);
            case MULTIPLIED -> multiplied(value);
            case PER_HOUR -> pace(value, noun, random);
            case HOURS -> hours(value, random);
            case SECONDS -> seconds(value, random);
            case MONEY -> money(value, random);
            case PLACE -> numerals.decimal(value, 1, 0, false);
            case PLACE_WORD -> numerals.ordinal((int) Math.rint(value));
            case LISTED -> random.nextBoolean() ? numerals.word(value) : numerals.decimal(value, 1, 0, false);
        };
    }

    private String either(String english, String indonesian) {
        return tongue.english() ? english : indonesian;
    }

    private Said share(double value, Random random) {
        double[] parts = {1 / 4.0, 1 / 3.0, 1 / 2.0, 2 / 3.0, 3 / 4.0};
        String[] english = {"a quarter", "a third", "half", "two thirds", "three quarters"};
        String[] indonesian = {"seperempat", "sepertiga", "setengah", "dua pertiga", "tiga perempat"};
        boolean worded = random.nextInt(4) > 0;
        for (int i = 0; i < parts.length && worded; i++) {
            if (Math.abs(value - parts[i]) < 0.004) {
                return new Said(either(english[i], indonesian[i]), parts[i], 0.02);
            }
        }
        return numerals.percent(value, random);
    }

    private Said points(double value, Random random) {
        Said written = numerals.decimal(value * 100, 1, 1 + random.nextInt(2), false).around("",
                either(" percentage points", random.nextBoolean() ? " poin persentase" : " poin persen"));
        return new Said(written.text(), written.value() / 100, written.step() / 100);
    }

    private Said times(double value, Random random) {
        if (value < 1.1) {
            return Math.abs(value - 0.5) < 0.01
                    ? new Said(either("half", "setengah"), 0.5, 0.05)
                    : numerals.percent(value, random).around("", either(" of", ""));
        }
        if (Math.abs(value - 2) < 0.04) {
            return new Said(either("twice", "dua kali lipat"), 2, 0.1);
        }
        if (Math.abs(value - 3) < 0.04) {
            return new Said(either("three times", "tiga kali lipat"), 3, 0.1);
        }
        return numerals.decimal(value, 1, 1, false).around("", either(" times", " kali lipat"));
    }

    private Said multiplied(double value) {
        if (Math.abs(value - 2) < 0.04) {
            return new Said(either("doubled", "naik dua kali lipat"), 2, 0.1);
        }
        if (Math.abs(value - 3) < 0.04) {
            return new Said(either("tripled", "menjadi tiga kali lipat"), 3, 0.1);
        }
        if (Math.abs(value - 0.5) < 0.01) {
            return new Said(either("halved", "turun menjadi setengahnya"), 0.5, 0.05);
        }
        return numerals.decimal(value, 1, 1, false).around(either("grew to ", "naik menjadi "),
                either(" times as many", " kali lipat"));
    }

    private Said pace(double value, String noun, Random random) {
        if (random.nextInt(3) == 0) {
            Said daily = numerals.count(value * 24, random);
            return new Said(daily.text() + noun + either(" per day", " per hari"), daily.value() / 24,
                    daily.step() / 24);
        }
        return numerals.count(Math.rint(value), random).around("",
                noun + either(random.nextBoolean() ? " per hour" : " an hour", " per jam"));
    }

    private Said hours(double value, Random random) {
        if (random.nextInt(3) == 0) {
            return numerals.decimal(value, 24, 1, false).around("", either(" days", " hari"));
        }
        return numerals.hedged(
                numerals.decimal(value, 1, random.nextInt(2), false).around("", either(" hours", " jam")), value,
                random);
    }

    private Said seconds(double value, Random random) {
        int way = random.nextInt(3);
        if (way == 0) {
            return numerals.decimal(value, 60, 1, false).around("", either(" minutes", " menit"));
        }
        if (way == 1) {
            long whole = Math.round(value);
            return new Said(whole / 60 + either(" min ", " menit ") + whole % 60 + either(" s", " detik"), whole, 1);
        }
        return numerals.decimal(value, 1, 0, false).around("", either(" seconds", " detik"));
    }

    private Said money(double value, Random random) {
        Said count = numerals.count(value, new Random(random.nextLong()));
        boolean bare = Character.isDigit(count.text().charAt(0));
        return switch (random.nextInt(3)) {
            case 0 -> bare ? count.around("$", "") : count.around("", either(" dollars", " dolar"));
            case 1 -> bare ? count.around("USD ", "") : count.around("", " USD");
            default -> count.around("", either(" dollars", " dolar"));
        };
    }

    private String day(Instant at, Random random) {
        LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
        String month = (tongue.english() ? MONTHS : BULAN).get(date.getMonthValue() - 1);
        String weekday = (tongue.english() ? WEEKDAYS : HARI).get(date.getDayOfWeek().getValue() - 1);
        int number = date.getDayOfMonth();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> number + " " + month;
            case 3 -> number + " " + month + " " + date.getYear();
            case 4 -> either(month + " " + number, "tanggal " + number + " " + month);
            case 5 -> either(month + " " + number + ", " + date.getYear(), number + " " + month);
            case 6 -> weekday + ", " + number + " " + month;
            default -> date.toString();
        };
    }

    private String hour(Instant at) {
        int hour = at.atZone(ZoneOffset.UTC).getHour();
        return String.format(Locale.ROOT, either("%02d:00 UTC", "%02d.00 UTC"), hour);
    }

    private String span(int days, Random random) {
        String[] ways = switch (days) {
            case 1 -> tongue.english()
                    ? new String[]{"in the last 24 hours", "over the past 24 hours"}
                    : new String[]{"dalam 24 jam terakhir", "selama 24 jam terakhir"};
            case 7 -> tongue.english()
                    ? new String[]{"over the last 7 days", "in the last seven days", "in the past week"}
                    : new String[]{"dalam 7 hari terakhir", "selama seminggu terakhir", "dalam tujuh hari terakhir"};
            case 14 -> tongue.english()
                    ? new String[]{"over the last 14 days", "in the past two weeks"}
                    : new String[]{"dalam 14 hari terakhir", "selama dua minggu terakhir"};
            default -> tongue.english()
                    ? new String[]{"over the last " + days + " days", "in the past " + days + " days"}
                    : new String[]{"dalam " + days + " hari terakhir", "selama " + days + " hari terakhir"};
        };
        return ways[random.nextInt(ways.length)];
    }

    private static String name(String entity) {
        if (entity.startsWith("#") || entity.startsWith("@")) {
            return entity;
        }
        return Character.isDigit(entity.charAt(0)) ? "video " + entity : '"' + entity + '"';
    }

    private String noun(Measured measured, String part) {
        String noun = measured.noun(tongue);
        if (!part.startsWith("an") || !tongue.english()) {
            return noun;
        }
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private String way(boolean up, String part, Random random) {
        String[] words = switch (part) {
            case "verb" -> tongue.english()
                    ? up
                            ? new String[]{"rose", "climbed", "grew", "went up", "increased"}
                            : new String[]{"fell", "dropped", "went down", "declined"}
                    : up
                            ? new String[]{"naik", "meningkat", "bertambah"}
                            : new String[]{"turun", "menurun", "berkurang"};
            case "move" -> up ? new String[]{"rise", "grow", "climb"} : new String[]{"fall", "shrink", "drop"};
            case "more" ->
                tongue.english() ? new String[]{up ? "more" : "fewer"} : new String[]{up ? "banyak" : "sedikit"};
            case "ahead" -> tongue.english()
                    ? new String[]{up ? "ahead of" : "behind"}
                    : up
                            ? new String[]{"melampaui", "lebih tinggi daripada"}
                            : new String[]{"di bawah", "lebih rendah daripada"};
            case "most" -> new String[]{up ? "most" : "fewest"};
            case "highest" -> tongue.english()
                    ? new String[]{up ? "highest" : "lowest"}
                    : up ? new String[]{"tertinggi", "terbanyak"} : new String[]{"terendah", "paling sedikit"};
            case "updown" -> new String[]{either(up ? "up" : "down", up ? "naik" : "turun")};
            case "beats" -> new String[]{up ? "beats" : "trails"};
            default -> throw new IllegalArgumentException(
                    "A frame asks for the words \"" + part + "\", which there are none of");
        };
        return words[random.nextInt(words.length)];
    }
}

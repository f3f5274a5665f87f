package dev.upswell.benchmarks.statement;

import dev.upswell.benchmarks.statement.Slot.Figure;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// 500 statements of which exactly one thing is false: 200 a number, 100 a unit or the rounding, 60 a name, 60 a date or span, 50 a
/// direction, 30 a cause that no evidence tells.
final class PlantedStatements {

    static final String NUMBER = "NUMBER";
    static final String UNIT = "UNIT";
    static final String NAME = "NAME";
    static final String DATE = "DATE";
    static final String DIRECTION = "DIRECTION";
    static final String CAUSE = "CAUSE";

    private static final String[] NUMBERED = {"COUNT", "TOTAL", "TWO", "CHANGE", "CHANGE", "MULTIPLE", "GROWTH",
            "POINTS", "COMPARE", "RANK", "SHARE", "RATIO",
            "TIME", "PACE", "MONEY"};
    private static final String[] DATED = {"TOTAL", "CHANGE", "RATIO", "COUNT", "TWO", "PACE", "POINTS"};
    private static final String[] TURNED = {"CHANGE", "GROWTH", "POINTS", "COMPARE", "TOP"};

    private final Random random;
    private final Frames frames;
    private final SceneMaking scenes;
    private final Falsifying falsifying;
    private final List<Statement> statements = new ArrayList<>();

    private PlantedStatements(long seed) {
        random = new Random(seed);
        frames = new Frames();
        scenes = new SceneMaking(random, frames);
        falsifying = new Falsifying(random);
    }

    static List<Statement> of(long seed) {
        return new PlantedStatements(seed).all();
    }

    private List<Statement> all() {
        plant(NUMBER, 130, this::wrongNumber, NUMBERED);
        plant(NUMBER, 25, this::wrongDerived, "CHANGE", "COMPARE", "SHARE", "MULTIPLE");
        plant(NUMBER, 25, this::swapped, "TWO", "SHARE");
        plant(NUMBER, 20, this::invented, "COUNT", "TOTAL", "CHANGE");
        plant(UNIT, 40, this::wronglyRounded, "COUNT", "TOTAL", "RATIO", "GROWTH", "CHANGE", "TIME");
        plant(UNIT, 20, this::wrongScale, "COUNT", "TOTAL", "TWO", "CHANGE");
        plant(UNIT, 14, this::tenfoldShare, "RATIO", "GROWTH", "SHARE");
        plant(UNIT, 8, this::percentForPoints, "POINTS");
        plant(UNIT, 10, this::wrongTimeUnit, "TIME", "PACE");
        plant(UNIT, 8, this::wrongMeasure, "COUNT", "TOTAL");
        plant(NAME, 30, this::otherName, "COUNT", "TOTAL", "CHANGE", "RATIO", "RANK", "COMPARE", "TIME");
        plant(NAME, 15, PlantedStatements::namesSwapped, "COMPARE");
        plant(NAME, 15, this::stranger, "COUNT", "TOTAL", "CHANGE", "GROWTH");
        plant(DATE, 45, this::wrongDay, DATED);
        plant(DATE, 15, this::wrongSpan, "COUNT", "GROWTH", "MONEY");
        plant(DIRECTION, 50, PlantedStatements::turned, TURNED);
        plant(CAUSE, 30, this::caused, "CHANGE", "GROWTH", "COMPARE", "COUNT");
        return List.copyOf(statements);
    }

    /// What makes a scene false, or nothing when it does not lend itself to it.
    private interface Plant {

        @Nullable
        Planted in(Scene scene, Sentence sentence);
    }

    /// @param about what was changed
    /// @param facts the evidence, which may hold more than the scene's
    private record Planted(String text, String about, List<Told> facts) {
    }

    private void plant(String kind, int count, Plant plant, String... families) {
        int made = 0;
        while (made < count) {
            Tongue tongue = Tongue.values()[statements.size() % 2];
            Scene scene = scenes.make(families[random.nextInt(families.length)], tongue);
            var sentence = new Sentence(scene, random.nextLong());
            if (!sentence.surely()) {
                continue;
            }
            String truth = sentence.text();
            Planted planted = plant.in(scene, sentence);
            if (planted != null && !planted.text().equals(truth)) {
                statements.add(new Statement(kind, false, tongue, scene.asOf(), planted.facts(), planted.text(),
                        planted.about()));
                made++;
            }
        }
    }

    private @Nullable Planted wrongNumber(Scene scene, Sentence sentence) {
        List<String> places = sentence.places().keySet().stream()
                .filter(place -> scene.slots().get(place) instanceof Figure).toList();
        return places.isEmpty() ? null : replaced(scene, sentence, places.get(random.nextInt(places.size())));
    }

    private @Nullable Planted wrongDerived(Scene scene, Sentence sentence) {
        List<String> places = sentence.places().keySet().stream().filter(place -> "dpxv".contains(place)).toList();
        return places.isEmpty() ? null : replaced(scene, sentence, places.get(random.nextInt(places.size())));
    }

    private @Nullable Planted replaced(Scene scene, Sentence sentence, String place) {
        Figure truth = (Figure) scene.slot(place);
        Said right = sentence.say(place, truth);
        Figure wrong = falsifying.number(scene, sentence, place, truth);
        if (wrong == null) {
            return null;
        }
        Said said = sentence.say(place, wrong);
        return planted(scene, sentence.with(place, wrong),
                "\"" + said.text() + "\" instead of \"" + right.text() + "\"");
    }

    private static Planted planted(Scene scene, Sentence sentence, String about) {
        return new Planted(sentence.text(), about, scene.facts());
    }

    /// Each number is of the evidence, but cites the other one's fact.
    private @Nullable Planted swapped(Scene scene, Sentence sentence) {
        String one = sentence.places().containsKey("A") ? "A" : "a";
        String two = sentence.places().containsKey("B") ? "B" : "b";
        if (!sentence.places().containsKey(one) || !sentence.places().containsKey(two)) {
            return null;
        }
        Figure a = (Figure) scene.slot(one);
        Figure b = (Figure) scene.slot(two);
        sentence.with(one, a.with(b.value())).with(two, b.with(a.value()));
        return planted(scene, sentence, "the numbers of two facts swapped");
    }

    private Planted invented(Scene scene, Sentence sentence) {
        double number = 23 + random.nextInt(90_000);
        String told = new Numerals(scene.tongue()).count(number, random).text();
        String clause = frames.any("INVENTED", scene.tongue(), random).replace("{n}", told);
        return appended(scene.facts(), sentence, clause, "a number that nothing tells");
    }

    private static Planted appended(List<Told> facts, Sentence sentence, String clause, String about) {
        String text = sentence.text();
        return new Planted(text.substring(0, text.length() - 1) + clause + ".", about, facts);
    }

    private @Nullable Planted wronglyRounded(Scene scene, Sentence sentence) {
        for (Map.Entry<String, Said> entry : sentence.places().entrySet()) {
            if (!(scene.slots().get(entry.getKey()) instanceof Figure truth)) {
                continue;
            }
            Said right = entry.getValue();
            double missing = (truth.value() - right.value()) / right.step();
            if (Math.abs(missing) < 0.12
                    || right.step() <= 1 && right.value() >= 1 && truth.value() == Math.rint(truth.value())) {
                continue;
            }
            Figure wrong = truth.with(right.value() + Math.signum(missing) * right.step());
            Said said = sentence.say(entry.getKey(), wrong);
            if (!said.mayMean(truth.value()) && Math.abs(said.step() - right.step()) < right.step() * 1e-6) {
                return planted(scene, sentence.with(entry.getKey(), wrong),
                        "rounded the wrong way: \"" + said.text() + "\" for " + truth.value());
            }
        }
        return null;
    }

    private @Nullable Planted wrongScale(Scene scene, Sentence sentence) {
        return reworded(scene, sentence, " million", " thousand", " thousand", " million", " juta", " ribu", " ribu",
                " juta", "M", "K", "K", "M",
                " jt", " rb", " rb", " jt");
    }

    private @Nullable Planted wrongTimeUnit(Scene scene, Sentence sentence) {
        return reworded(scene, sentence, " hours", " days", " days", " hours", " jam", " hari", " hari", " jam",
                " minutes", " hours", " menit",
                " jam", "per hour", "per day", "an hour", "a minute", " seconds", " minutes");
    }

    private @Nullable Planted reworded(Scene scene, Sentence sentence, String... others) {
        for (Map.Entry<String, Said> entry : sentence.places().entrySet()) {
            String text = entry.getValue().text();
            if (!(scene.slots().get(entry.getKey()) instanceof Figure)) {
                continue;
            }
            for (int i = 0; i < others.length; i += 2) {
                int at = text.lastIndexOf(others[i]);
                if (text.endsWith(others[i]) || at > 0 && text.startsWith(" ", at + others[i].length())) {
                    String wrong = text.substring(0, at) + others[i + 1] + text.substring(at + others[i].length());
                    return planted(scene, sentence.fixing(entry.getKey(), wrong),
                            "\"" + wrong + "\" instead of \"" + text + "\"");
                }
            }
        }
        return null;
    }

    private @Nullable Planted tenfoldShare(Scene scene, Sentence sentence) {
        String place = sentence.places().containsKey("p") ? "p" : "a";
        if (!(scene.slots().get(place) instanceof Figure truth) || !sentence.places().containsKey(place)
                || truth.manner() != Slot.Manner.PERCENT && truth.manner() != Slot.Manner.SHARE) {
            return null;
        }
        Figure wrong = truth.with(truth.value() * (truth.value() < 0.09 && random.nextBoolean() ? 10 : 0.1));
        Said said = sentence.say(place, wrong);
        return said.mayMean(truth.value())
                ? null
                : planted(scene, sentence.with(place, wrong), "\"" + said.text() + "\" for " + truth.value());
    }

    private @Nullable Planted percentForPoints(Scene scene, Sentence sentence) {
        Said right = sentence.places().get("d");
        Figure before = (Figure) scene.slot("a");
        Figure after = (Figure) scene.slot("b");
        if (right == null || right.mayMean(Math.abs(after.value() - before.value()) / before.value())) {
            return null;
        }
        String wrong = right.text().replace(" percentage points", " percent").replace(" poin persentase", " persen")
                .replace(" poin persen", " persen");
        return planted(scene, sentence.fixing("d", wrong), "per cent for percentage points");
    }

    private @Nullable Planted wrongMeasure(Scene scene, Sentence sentence) {
        if (!(scene.slots().get("A") instanceof Figure truth) || !scene.has("A")) {
            return null;
        }
        Measured[] others = {Measured.VIEWS, Measured.LIKES, Measured.COMMENTS, Measured.FOLLOWERS};
        Measured other = others[random.nextInt(others.length)];
        return other == truth.measured()
                ? null
                : planted(scene, sentence.with("A", new Figure(truth.value(), truth.manner(), other)),
                        other.key() + " instead of " + truth.measured().key());
    }

    private Planted otherName(Scene scene, Sentence sentence) {
        String right = ((Slot.Name) scene.slot("E")).entity();
        String wrong = falsifying.name(right, scene.facts());
        return planted(scene, sentence.with("E", new Slot.Name(wrong)), wrong + " instead of " + right);
    }

    private static @Nullable Planted namesSwapped(Scene scene, Sentence sentence) {
        if (!scene.has("a") || !scene.has("b") && !scene.has("B")) {
            return null;
        }
        sentence.with("E", scene.slot("F")).with("F", scene.slot("E"));
        return planted(scene, sentence, "two names swapped");
    }

    private Planted stranger(Scene scene, Sentence sentence) {
        String[] strangers = {"Sociolla", "Jakarta", "@nobody.knows", "Instagram", "#ramadanhaul", "Wardah", "Bandung",
                "\"Velvet Static Loop\"", "Nivea"};
        String name = strangers[random.nextInt(strangers.length)];
        String clause = frames.any("STRANGER", scene.tongue(), random).replace("{G}", name);
        return appended(scene.facts(), sentence, clause, name + " is not in the evidence");
    }

    private @Nullable Planted wrongDay(Scene scene, Sentence sentence) {
        List<String> places = List.of("D", "D1", "D2").stream().filter(scene::has).toList();
        if (places.isEmpty()) {
            return null;
        }
        String place = places.get(random.nextInt(places.size()));
        Slot.Day day = (Slot.Day) scene.slot(place);
        int[] shifts = {1, -1, 1, -2, 3, 7, -7, 10, 28, 30, 31, -30, -31, 365};
        var wrong = new Slot.Day(day.at().plus(shifts[random.nextInt(shifts.length)], ChronoUnit.DAYS));
        String text = sentence.say(place, wrong).text();
        String right = sentence.say(place, day).text();
        boolean theSame = text.equals(right) || scene.facts().stream()
                .anyMatch(fact -> sentence.say(place, new Slot.Day(fact.at())).text().equals(text));
        return theSame
                ? null
                : planted(scene, sentence.with(place, wrong), "\"" + text + "\" instead of \"" + right + "\"");
    }

    private @Nullable Planted wrongSpan(Scene scene, Sentence sentence) {
        if (!scene.has("S")) {
            return null;
        }
        int days = ((Slot.Span) scene.slot("S")).days();
        int[] others = {1, 7, 14, 30, 3, 10};
        int other = others[random.nextInt(others.length)];
        return other == days
                ? null
                : planted(scene, sentence.with("S", new Slot.Span(other)), other + " days instead of " + days);
    }

    private static @Nullable Planted turned(Scene scene, Sentence sentence) {
        if (!scene.frame().contains("{up.")) {
            return null;
        }
        boolean up = ((Slot.Way) scene.slot("up")).up();
        return planted(scene, sentence.with("up", new Slot.Way(!up)), up ? "down instead of up" : "up instead of down");
    }

    private Planted caused(Scene scene, Sentence sentence) {
        String clause = frames.any("CAUSE", scene.tongue(), random);
        var facts = new ArrayList<>(scene.facts());
        String other = ((Slot.Name) scene.slot("F")).entity();
        if (clause.contains("{F}") && facts.stream().noneMatch(fact -> fact.entity().equals(other))) {
            facts.add(new Told("f" + (facts.size() + 1), other, "views", 1000 + random.nextInt(90_000), "count",
                    facts.getFirst().at(), null));
        }
        clause = clause.replace("{F}", sentence.say("F", scene.slot("F")).text());
        return appended(List.copyOf(facts), sentence, clause, "a cause that no fact tells");
    }
}

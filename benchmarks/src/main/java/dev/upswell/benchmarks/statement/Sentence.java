package dev.upswell.benchmarks.statement;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A scene in words. The same seed gives the same words for the same slots.
final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)\\}");

    private final Scene scene;
    private final long seed;
    private final Speech speech;
    private final Map<String, Slot> changed = new HashMap<>();
    private final Map<String, String> fixed = new HashMap<>();

    Sentence(Scene scene, long seed) {
        this.scene = scene;
        this.seed = seed;
        this.speech = new Speech(scene.tongue());
    }

    Sentence with(String place, Slot slot) {
        changed.put(place, slot);
        return this;
    }

    Sentence fixing(String place, String text) {
        fixed.put(place, text);
        return this;
    }

    /// What a slot says at a place of this sentence.
    Said say(String place, Slot slot) {
        int dot = place.indexOf('.');
        return speech.say(slot, dot < 0 ? place : place.substring(dot + 1), new Random(seed + 31L * place.hashCode()));
    }

    /// What each place says, in the order in which they stand.
    Map<String, Said> places() {
        var said = new LinkedHashMap<String, Said>();
        Matcher places = PLACE.matcher(scene.frame());
        while (places.find()) {
            String place = places.group(1);
            int dot = place.indexOf('.');
            String name = dot < 0 ? place : place.substring(0, dot);
            Slot slot = changed.containsKey(name) ? changed.get(name) : scene.slot(name);
            said.put(place, say(place, slot));
        }
        return said;
    }

    String text() {
        Map<String, Said> said = places();
        String text = PLACE.matcher(scene.frame())
                .replaceAll(found -> Matcher.quoteReplacement(fixed.getOrDefault(found.group(1),
                        Objects.requireNonNull(said.get(found.group(1)), found.group()).text())));
        text = text.replaceAll(" {2,}", " ").replace("more than more than", "more than");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Whether every number lies well within the rounding in which it is written, so that nobody can argue about a tie.
    boolean surely() {
        return places().entrySet().stream().allMatch(entry -> {
            Slot slot = scene.slots().get(entry.getKey());
            return !(slot instanceof Slot.Figure figure)
                    || Math.abs(entry.getValue().value() - figure.value()) <= 0.49 * entry.getValue().step() + 1e-9;
        });
    }
}

package dev.upswell.benchmarks.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Statements that their evidence bears out: in other units, honestly rounded, with numbers in words, in the passive, in two languages.
final class TrueParaphrases {

    /// How many of each family, in each language half.
    private static final Map<String, Integer> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("COUNT", 150);
        FAMILIES.put("TOTAL", 110);
        FAMILIES.put("TWO", 100);
        FAMILIES.put("CHANGE", 200);
        FAMILIES.put("MULTIPLE", 60);
        FAMILIES.put("GROWTH", 70);
        FAMILIES.put("POINTS", 60);
        FAMILIES.put("COMPARE", 130);
        FAMILIES.put("RANK", 70);
        FAMILIES.put("TOP", 50);
        FAMILIES.put("SHARE", 80);
        FAMILIES.put("RATIO", 50);
        FAMILIES.put("TIME", 50);
        FAMILIES.put("PACE", 30);
        FAMILIES.put("MONEY", 30);
    }

    private TrueParaphrases() {
    }

    static List<Statement> of(long seed) {
        var random = new Random(seed);
        var scenes = new SceneMaking(random, new Frames());
        var statements = new ArrayList<Statement>();
        FAMILIES.forEach((family, count) -> {
            for (int i = 0; i < count; i++) {
                Tongue tongue = Tongue.values()[i % 2];
                statements.add(one(scenes, family, tongue, random));
            }
        });
        return List.copyOf(statements);
    }

    private static Statement one(SceneMaking scenes, String family, Tongue tongue, Random random) {
        while (true) {
            Scene scene = scenes.make(family, tongue);
            var sentence = new Sentence(scene, random.nextLong());
            if (sentence.surely()) {
                return new Statement(family, true, tongue, scene.asOf(), scene.facts(), sentence.text(),
                        "as the evidence says");
            }
        }
    }
}

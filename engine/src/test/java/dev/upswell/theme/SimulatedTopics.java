package dev.upswell.theme;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.JointVectors;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token.Kind;
import dev.upswell.numeric.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Captions about topics of known number: each has words and hashtags of its own, and all share some.
final class SimulatedTopics {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> SYLLABLES = List.of("ka", "lu", "mi", "ro", "te", "sa", "no", "vi", "du", "pe",
            "gra",
            "bel", "zan", "hok", "fri", "wom", "jel", "quo", "xan", "yit");
    private static final List<String> SHARED = List.of("#fyp", "#viral", "#foryou", "today", "friends", "video", "wow");

    /// What was written about which topic.
    final Map<String, Integer> truth = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> videos = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    /// So many captions of this topic, spread over a day.
    SimulatedTopics with(int topic, int count, int day) {
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(7, "caption " + topic + " " + day, i);
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 5; word++) {
                text.append(word(topic, dice.below(30))).append(' ');
            }
            for (int tag = 0; tag < 3; tag++) {
                text.append('#').append(word(topic, 30 + dice.below(10))).append(' ');
            }
            text.append(dice.pick(SHARED)).append(' ').append(dice.pick(SHARED));
            String video = topic + "-" + day + "-" + i;
            truth.put(video, topic);
            texts.add(text.toString());
            videos.add(video);
            times.add(START.plus(Duration.ofDays(day)).plusSeconds(i));
        }
        return this;
    }

    SimulatedTopics withAll(int topics, int count, int day) {
        IntStream.range(0, topics).forEach(topic -> with(topic, count, day));
        return this;
    }

    Embedder learnt() {
        return JointVectors.from(tokens(), Optional.empty(), 1).orElseThrow();
    }

    List<Caption> captions(Embedder embedder) {
        List<TextTokens> tokens = tokens();
        var vectors = embedder.vectors(tokens);
        return IntStream.range(0, videos.size())
                .mapToObj(i -> new Caption(videos.get(i), "creator" + i % 50, times.get(i),
                        tokens.get(i).of(Kind.HASHTAG), vectors.get(i)))
                .toList();
    }

    private List<TextTokens> tokens() {
        return texts.stream().map(TextTokens::of).toList();
    }

    private static String word(int topic, int place) {
        Dice dice = Dice.of(11, "word " + topic, place);
        return dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(SYLLABLES);
    }
}

package dev.upswell.benchmarks.text;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.numeric.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Captions of which hashtags are learnt, and captions of other creators that one hashtag was taken out of.
///
/// A tenth of the creators is asked, one caption each; of each of the others five captions are learnt from, so that nobody who posts the
/// same hashtags a thousand times decides what goes with what.
///
/// @param hashtags that at least five of the creators learnt from use, in order
/// @param creators who use each of them
record HeldOutCaptions(List<Read> learnt, List<Asked> asked, List<String> hashtags, Map<String, Integer> creators) {

    private static final long SEED = 20;
    private static final int ASKED_OF = 10;
    private static final int MOST_OF_A_CREATOR = 5;
    private static final int LEAST_HASHTAGS = 3;
    private static final int LEAST_CREATORS = 5;

    /// A caption as it is read.
    ///
    /// @param words of any kind but links
    record Read(String creator, String text, Set<String> words, Set<String> hashtags, Vector vector) {

        static Read of(String creator, TextTokens text, Embedder embedder) {
            return new Read(creator, text.text(),
                    text.tokens().stream().filter(token -> token.kind() != Token.Kind.LINK).map(Token::text)
                            .collect(Collectors.toSet()),
                    new HashSet<>(text.of(Token.Kind.HASHTAG)), embedder.vector(text));
        }
    }

    /// A caption without one of its hashtags.
    ///
    /// @param wanted what was taken out
    record Asked(Read rest, String wanted, Instant at) {
    }

    static HeldOutCaptions of(List<CaptionLine> lines, Embedder embedder) {
        Map<String, List<CaptionLine>> byCreator = lines.stream().filter(line -> !line.creator().isEmpty())
                .collect(Collectors.groupingBy(CaptionLine::creator, TreeMap::new, Collectors.toList()));
        byCreator.values()
                .forEach(all -> all.sort(Comparator.comparingLong(line -> dice("caption", line.video()).nextLong())));
        List<Read> learnt = byCreator.entrySet().stream().filter(creator -> !isAsked(creator.getKey()))
                .flatMap(creator -> creator.getValue().stream().limit(MOST_OF_A_CREATOR))
                .map(line -> Read.of(line.creator(), line.text(), embedder)).toList();
        Map<String, Integer> creators = new TreeMap<>();
        learnt.stream().collect(Collectors.groupingBy(Read::creator)).values()
                .forEach(all -> all.stream().flatMap(read -> read.hashtags().stream()).distinct()
                        .forEach(hashtag -> creators.merge(hashtag, 1, Integer::sum)));
        creators.values().removeIf(count -> count < LEAST_CREATORS);
        List<Asked> asked = new ArrayList<>();
        byCreator.forEach((creator, all) -> {
            if (isAsked(creator)) {
                all.stream().filter(line -> canBeAsked(line, creators.keySet())).findFirst()
                        .ifPresent(line -> asked.add(asked(line, creators.keySet(), embedder)));
            }
        });
        return new HeldOutCaptions(learnt, List.copyOf(asked), List.copyOf(creators.keySet()), Map.copyOf(creators));
    }

    private static Dice dice(String stream, String name) {
        return Dice.of(SEED, stream + " " + name, 0);
    }

    private static boolean isAsked(String creator) {
        return dice("creator", creator).below(ASKED_OF) == 0;
    }

    private static boolean canBeAsked(CaptionLine line, Set<String> known) {
        Set<String> hashtags = new HashSet<>(line.text().of(Token.Kind.HASHTAG));
        return hashtags.size() >= LEAST_HASHTAGS && hashtags.stream().anyMatch(known::contains);
    }

    private static Asked asked(CaptionLine line, Set<String> known, Embedder embedder) {
        List<String> some = line.text().of(Token.Kind.HASHTAG).stream().filter(known::contains).distinct().sorted()
                .toList();
        String wanted = dice("hashtag", line.video()).pick(some);
        StringBuilder rest = new StringBuilder(line.text().text());
        line.text().tokens().stream().filter(token -> token.kind() == Token.Kind.HASHTAG && token.text().equals(wanted))
                .sorted(Comparator.comparingInt(Token::start).reversed())
                .forEach(token -> rest.replace(token.start(), token.end(), " "));
        return new Asked(Read.of(line.creator(), TextTokens.of(rest.toString()), embedder), wanted, line.postedAt());
    }
}

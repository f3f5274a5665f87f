package dev.upswell.benchmarks.text;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.JointVectors;
import dev.upswell.embed.LearntVectors;
import dev.upswell.embed.SentenceVectors;
import dev.upswell.embed.Vector;
import dev.upswell.language.LanguageGuess;
import dev.upswell.language.TextTokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How often the language of captions is told rightly, and how often the nearest captions are of one category.
///
/// Arguments: `language FILE` with marks of languages, or `nearest FILE` with categories.
public final class TextFigures {

    private static final int NEAREST = 10;
    private static final int EVERY = 3;

    private TextFigures() {
    }

    public static void main(String[] arguments) throws IOException {
        List<CaptionLine> captions = CaptionLine.of(Path.of(arguments[1]));
        if (arguments[0].equals("language")) {
            language(captions);
        } else {
            nearest(captions);
        }
    }

    private static void language(List<CaptionLine> captions) {
        Map<String, int[]> counts = new TreeMap<>();
        for (CaptionLine caption : captions) {
            if (!caption.language().isEmpty() && !caption.language().equals("un")) {
                String said = LanguageGuess.of(caption.text()).language();
                int place = said.equals(LanguageGuess.UNKNOWN) ? 2 : said.equals(caption.language()) ? 0 : 1;
                counts.computeIfAbsent(caption.language(), key -> new int[3])[place]++;
                counts.computeIfAbsent("all", key -> new int[3])[place]++;
            }
        }
        counts.forEach((language, count) -> print("%-4s right %5d  wrong %4d  not said %4d  of said %.3f%n", language,
                count[0], count[1], count[2], (double) count[0] / Math.max(1, count[0] + count[1])));
    }

    private static void nearest(List<CaptionLine> captions) {
        List<TextTokens> texts = captions.stream().map(CaptionLine::text).toList();
        print("hashed   %s%n", shares(captions, new HashedVectors()));
        print("learnt   %s%n", shares(captions, LearntVectors.from(texts, 96, 1)));
        Optional<SentenceVectors> sentences = SentenceVectors.find();
        try {
            sentences.ifPresent(model -> print("sentence %s%n", shares(captions, model)));
            JointVectors.from(texts, sentences, 1)
                    .ifPresent(joint -> print("joint    %s%n", shares(captions, joint)));
        } finally {
            sentences.ifPresent(SentenceVectors::close);
        }
    }

    /// Of the nearest captions of other creators the share of the same category, by region.
    private static Map<String, String> shares(List<CaptionLine> captions, Embedder embedder) {
        List<Vector> vectors = embedder.vectors(captions.stream().map(CaptionLine::text).toList());
        Map<String, double[]> sums = new TreeMap<>();
        for (int i = 0; i < captions.size(); i += EVERY) {
            if (vectors.get(i).saysNothing()) {
                continue;
            }
            double share = share(i, captions, vectors);
            for (String region : List.of("all", captions.get(i).region())) {
                double[] sum = sums.computeIfAbsent(region, key -> new double[2]);
                sum[0] += share;
                sum[1]++;
            }
        }
        Map<String, String> shares = new TreeMap<>();
        sums.forEach((region, sum) -> shares.put(region, String.format(Locale.ROOT, "%.3f", sum[0] / sum[1])));
        return shares;
    }

    private static double share(int one, List<CaptionLine> captions, List<Vector> vectors) {
        double[] likeness = IntStream.range(0, captions.size())
                .mapToDouble(i -> captions.get(i).creator().equals(captions.get(one).creator())
                        ? Double.NEGATIVE_INFINITY
                        : vectors.get(one).likeness(vectors.get(i)))
                .toArray();
        PriorityQueue<Integer> nearest = new PriorityQueue<>(Comparator.comparingDouble(i -> likeness[i]));
        for (int i = 0; i < likeness.length; i++) {
            nearest.add(i);
            if (nearest.size() > NEAREST) {
                nearest.poll();
            }
        }
        return nearest.stream().filter(i -> captions.get(i).category().equals(captions.get(one).category())).count()
                / (double) NEAREST;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}

package dev.upswell.brief.audience;

import dev.upswell.brief.Part;
import dev.upswell.creative.CreativeBlock;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A video second by second, as far as findings say what happens when.
final class Flow {

    private Flow() {
    }

    /// A picture with a track for each kind of element, two where two things happen at once; empty where nothing has a time of its own,
    /// because it holds throughout or concerns the caption, or because nobody tells how long videos are.
    static Optional<Block.Timeline> of(List<Finding> findings, DurationBucket bucket, Voice voice) {
        Map<CreativeBlock, List<List<Block.Span>>> lanes = new EnumMap<>(CreativeBlock.class);
        for (Finding finding : findings) {
            voice.choices().part(Voice.advised(finding), bucket).ifPresent(part -> {
                Block.Span span = new Block.Span(part.from(), part.to(), voice.advice(finding, bucket));
                place(span, lanes.computeIfAbsent(finding.choice().feature().block(), none -> new ArrayList<>()));
            });
        }
        if (!bucket.isLength() || lanes.values().stream().flatMap(List::stream).flatMap(List::stream)
                .allMatch(span -> span.from() == 0 && span.to() == bucket.upTo())) {
            return Optional.empty();
        }
        List<Block.Track> tracks = new ArrayList<>();
        lanes.forEach((block, spans) -> spans.forEach(lane -> tracks
                .add(new Block.Track(voice.say("block." + block.name().toLowerCase(Locale.ROOT)), lane))));
        return Optional.of(new Block.Timeline(voice.say("flow.caption", voice.numbers().whole(bucket.upTo())),
                bucket.upTo(), tracks));
    }

    private static void place(Block.Span span, List<List<Block.Span>> lanes) {
        Part part = new Part(span.from(), span.to());
        for (List<Block.Span> lane : lanes) {
            if (lane.stream().noneMatch(other -> part.meets(new Part(other.from(), other.to())))) {
                lane.add(span);
                return;
            }
        }
        lanes.add(new ArrayList<>(List.of(span)));
    }

    /// Findings in the order in which a video shows them; what concerns the caption comes last.
    static List<Finding> inOrder(List<Finding> findings, DurationBucket bucket, Voice voice) {
        return findings.stream().sorted(Comparator.comparingDouble(finding -> voice.choices()
                .part(Voice.advised(finding), bucket).map(Part::from).orElse(Double.MAX_VALUE))).toList();
    }
}

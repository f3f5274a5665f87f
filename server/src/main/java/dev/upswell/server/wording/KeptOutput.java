package dev.upswell.server.wording;

import dev.upswell.content.EntityId;
import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A worded text as it is kept, with all that it rests on.
///
/// @param subject what it is about; null where that is no single entity
/// @param prompt version of the prompt; null when a template wrote it
/// @param asked version of the prompt by which models were asked, also where nothing of theirs held; null when none was
/// @param inputs SHA-256 of prompt version, model and evidence
/// @param failures sentences that were discarded in its making
/// @param expiresAt until when the same question is answered by it; null of a template
record KeptOutput(UUID id, Purpose purpose, @Nullable EntityId subject, Locale language, @Nullable Integer prompt,
        @Nullable Integer asked, String inputs, Evidence evidence, List<String> sentences, Worded.Author by,
        @Nullable String provider, @Nullable String model,
        List<Worded.Step> steps, Reply.Usage usage, long costMicros, long millis, Instant at,
        @Nullable Instant expiresAt, List<Failure> failures) {

    KeptOutput {
        sentences = List.copyOf(sentences);
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
    }

    Worded worded() {
        return new Worded(id, sentences, by, model, steps);
    }
}

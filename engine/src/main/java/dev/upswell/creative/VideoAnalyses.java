package dev.upswell.creative;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What analysers wrote about one video, in any of their forms.
///
/// A payload may be the analyser's six blocks with or without the analyser's prefix, or an envelope around them (`parsed_response`,
/// `result` or `response`); what an envelope holds as text is read by whoever knows the text's format, before it comes here.
///
/// @param payloads what each analyser wrote; none for an analyser that did not run
/// @param lengthSeconds how long the video is; null where only the payloads may tell
public record VideoAnalyses(Map<Analyser, Node.Fields> payloads, @Nullable Double lengthSeconds) {

    public VideoAnalyses {
        payloads = Map.copyOf(payloads);
        if (lengthSeconds != null && !(lengthSeconds > 0 && lengthSeconds <= 3600)) {
            throw new IllegalArgumentException("length (" + lengthSeconds
                    + " s) must be above 0 and at most an hour\nMaybe it is in milliseconds, or unknown: then give none.");
        }
    }

    /// What this analyser wrote.
    public Optional<Node.Fields> payload(Analyser analyser) {
        return Optional.ofNullable(payloads.get(analyser));
    }
}

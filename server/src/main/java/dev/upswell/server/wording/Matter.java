package dev.upswell.server.wording;

import dev.upswell.content.EntityId;
import dev.upswell.grounding.Evidence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is to be put into words.
///
/// @param subject what it is about; null where that is no single entity
/// @param template the sentences that stand where those of a model do not hold, each with its citations
/// @param least with fewer sentences that hold, what a model wrote is not used
/// @param proof what holds of an answer of another kind, for which there need be no template; null where sentences cite the evidence
public record Matter(Purpose purpose, Evidence evidence, Locale language, @Nullable EntityId subject,
        List<String> template, int least, @Nullable Proof proof) {

    public Matter {
        template = List.copyOf(template);
        if (template.isEmpty() && proof == null || least < 1) {
            throw new IllegalArgumentException("matter (" + template.size() + " sentences, at least " + least
                    + ") must have a sentence of its own\nMaybe say that nothing is known instead.");
        }
    }

    /// Of which sentences with citations are written.
    public Matter(Purpose purpose, Evidence evidence, Locale language, @Nullable EntityId subject,
            List<String> template, int least) {
        this(purpose, evidence, language, subject, template, least, null);
    }

    /// A sentence for each fact, as the template of any evidence writes them.
    public static Matter of(Purpose purpose, Evidence evidence, Locale language) {
        return new Matter(purpose, evidence, language, null,
                new TemplateWording().sentences(purpose, evidence, language), 1);
    }
}

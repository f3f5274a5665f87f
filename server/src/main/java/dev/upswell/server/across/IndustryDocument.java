package dev.upswell.server.across;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.brief.Industry;
import dev.upswell.creative.DurationBucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An industry as pages, commands and answers show it.
///
/// @param builtIn whether it comes with the program
/// @param own whether the tenant added it, or has it in place of the built-in one
/// @param hashtags that its brands use, without `#`; empty when unknown
/// @param typicalEngagement usual engagement rate, a fraction; left out when unknown
/// @param lengths in which most of its videos do well, as `up_to_15`; empty when unknown
/// @param labels of these lengths, as people read them
/// @param clients that belong to it, by name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndustryDocument(String key, String name, String nameIndonesian, String category, String cluster,
        boolean builtIn, boolean own, List<String> hashtags, @Nullable Double typicalEngagement, List<String> lengths,
        List<String> labels, List<String> clients) {

    public IndustryDocument {
        clients = List.copyOf(clients);
    }

    static IndustryDocument of(Industry one, boolean builtIn, boolean own, List<String> clients) {
        return new IndustryDocument(one.key(), one.english(), one.indonesian(), one.place().category(),
                one.place().cluster(), builtIn, own, one.hashtags(), one.typicalEngagement(),
                one.preferred().stream().map(IndustryDraft::word).toList(),
                one.preferred().stream().map(DurationBucket::label).toList(), clients);
    }
}

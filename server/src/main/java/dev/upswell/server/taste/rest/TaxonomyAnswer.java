package dev.upswell.server.taste.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.taste.Category;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A taxonomy as programs read it.
@Schema(name = "Taxonomy")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaxonomyAnswer(@Schema(description = "Of the version, from 1") int number, Instant madeAt,
        @Schema(description = "captions, or the name of a file") String source, int texts,
        @Schema(description = "How many categories were asked for, at most") int askedCategories,
        @Schema(description = "Which vectors its categories have") String space,
        @Schema(description = "TEMPLATE, MODEL or PERSON") String writtenBy,
        @Schema(description = "What was left out and why") List<String> notes, int categoryCount,
        @Schema(description = "Left out in lists") @Nullable List<CategoryAnswer> categories) {

    /// A category.
    @Schema(name = "Category")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CategoryAnswer(String tag, String description, List<String> keywords,
            @Schema(description = "Further words that a language model put to it and that its texts bear out") List<String> mapped,
            @Schema(description = "Tag of the category of the version before that it came out of; left out where it is the same or new") @Nullable String forerunner,
            @Schema(description = "Direction of tag, description and keywords") float[] embedding) {

        static CategoryAnswer of(Category one) {
            return new CategoryAnswer(one.tag(), one.description(), one.keywords(), one.mapped(),
                    one.forerunner(),
                    one.vector().values());
        }
    }

    /// How two versions differ.
    @Schema(name = "TaxonomyDifference")
    record DifferenceAnswer(int from, int to, @Schema(description = "Tags of both") List<String> stayed,
            @Schema(description = "Tags of the first alone") List<String> gone,
            @Schema(description = "Tags of the second alone") List<AddedAnswer> added) {

        static DifferenceAnswer of(Taxonomies.Difference one) {
            return new DifferenceAnswer(one.from().number(), one.to().number(), one.stayed(), one.gone(),
                    one.added().stream().map(added -> new AddedAnswer(added.tag(), added.forerunner().orElse(null)))
                            .toList());
        }
    }

    /// A tag that came.
    @Schema(name = "AddedCategory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AddedAnswer(String tag, @Nullable String forerunner) {
    }

    static TaxonomyAnswer of(KeptTaxonomy one) {
        return of(one, one.taxonomy().categories().size(),
                one.taxonomy().categories().stream().map(CategoryAnswer::of).toList());
    }

    static TaxonomyAnswer of(Taxonomies.Version one) {
        return of(one.kept(), one.categories(), null);
    }

    private static TaxonomyAnswer of(KeptTaxonomy one, int count, @Nullable List<CategoryAnswer> categories) {
        return new TaxonomyAnswer(one.number(), one.madeAt(), one.source(), one.texts(), one.asked(),
                one.taxonomy().space(), one.writtenBy(), one.notes(), count, categories);
    }
}

package dev.upswell.server.text.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.language.Sentiment;
import dev.upswell.server.text.StoredCaption;
import dev.upswell.server.text.TextVersion;
import dev.upswell.server.text.Texts;
import dev.upswell.server.text.VideoText;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What captions say.
@RestController
@RequestMapping("/api/v1/texts")
@Tag(name = "Themes")
class TextsResource {

    private final Texts texts;

    TextsResource(Texts texts) {
        this.texts = texts;
    }

    /// What is known of a caption.
    @Schema(name = "VideoText")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String videoId, @Schema(description = "ISO 639-1, or und where it cannot be told") String language,
            @Schema(description = "How far that language is ahead of the next, 0 to 1") double languageSure,
            @Schema(description = "What sets the caption apart from the others, the weightiest first") List<String> keywords,
            @Schema(description = "Whether it praises or complains; left out where that is unknown, which is not the same as balanced") @Nullable Leaning sentiment,
            @Schema(description = "Version by which its vector was made") String version,
            @Schema(description = "128 numbers of length one together; all 0 where the caption says nothing") float[] vector) {
    }

    /// Whether a caption praises or complains.
    @Schema(name = "CaptionSentiment")
    record Leaning(@Schema(description = "positive, balanced or negative") String tone,
            @Schema(description = "-1 (complains) to 1 (praises)") double valence,
            @Schema(description = "What it rests on, in the order in which it stands") List<Sign> signs) {

        static Leaning of(Sentiment one) {
            return new Leaning(one.tone().name().toLowerCase(Locale.ROOT), one.valence(),
                    one.signs().stream().map(sign -> new Sign(sign.text(), sign.start(), sign.weight())).toList());
        }
    }

    /// A word, phrase or emoji that praises or complains.
    @Schema(name = "CaptionSign")
    record Sign(String text, @Schema(description = "Place in the caption, in chars from 0") int start,
            @Schema(description = "-1 to 1, after negation and strengthening") double weight) {
    }

    /// What was learnt from captions once.
    @Schema(name = "TextVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(String id, Instant madeAt, int captions,
            @Schema(description = "Words, hashtags and pieces of them; 0 where the sentence model stands alone") int terms,
            @Schema(description = "Left out where none loads") @Nullable String sentenceModel, String datasetHash,
            String codeVersion, String artefactSha256,
            @Schema(description = "Whether vectors are made with it") boolean serving) {

        static Version of(TextVersion one) {
            return new Version(one.id().toString(), one.madeAt(), one.captions(), one.terms(), one.sentenceModel(),
                    one.datasetHash(), one.codeVersion(), one.artefactSha256(), one.serving());
        }
    }

    @GetMapping("/versions")
    @Operation(operationId = "textVersions", summary = "What was learnt from captions, the last version first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Version> versions(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Texts.Part part = texts.versions(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(Version::of).toList(), part.total(), paging);
    }

    @GetMapping("/{videoId}")
    @Operation(operationId = "text", summary = "What the caption of a video says: its language, its sentiment, its keywords and its vector")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing is known of its caption")
    Answer one(@PathVariable String videoId, @Parameter(hidden = true) Query query) {
        query.done();
        VideoText text = texts.get(videoId);
        Optional<StoredCaption> caption = texts.caption(videoId);
        return new Answer(text.video(), text.language(), text.sure(), text.keywords(),
                caption.flatMap(one -> Sentiment.of(one.text(), text.language())).map(Leaning::of).orElse(null),
                text.version().toString(),
                text.vector().values());
    }
}

package dev.upswell.server.theme.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.theme.KeptChange;
import dev.upswell.server.theme.KeptTheme;
import dev.upswell.server.theme.SaidLabel;
import dev.upswell.server.theme.ThemeDocument;
import dev.upswell.server.theme.ThemeRun;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.theme.TypicalVideo;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Themes and their labels.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Themes")
class ThemesResource {

    private final Themes themes;
    private final EntityNames names;

    ThemesResource(Themes themes, EntityNames names) {
        this.themes = themes;
        this.names = names;
    }

    /// What became of a theme.
    @Schema(name = "ThemeChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(Instant at, @Schema(description = "begun, split, merged, ended or renamed") String kind, long from,
            @Schema(description = "Theme that split off, or that it went into; left out otherwise") @Nullable Long to,
            @Schema(description = "Left out unless renamed") @Nullable String fromLabel,
            @Schema(description = "Left out unless renamed") @Nullable String toLabel) {

        static Change of(KeptChange one) {
            return new Change(one.at(), one.kind().name().toLowerCase(Locale.ROOT), one.from(), one.to(),
                    one.fromLabel(), one.toLabel());
        }
    }

    /// A theme with what belongs to it.
    @Schema(name = "ThemeDetail")
    record Detail(ThemeDocument theme,
            @Schema(description = "The most alike first, 30 at most") List<String> hashtags,
            @Schema(description = "Ids, the most alike first, 30 at most") List<String> videos,
            @Schema(description = "These videos with their captions and creators") List<TypicalVideo> typical,
            @Schema(description = "The last first") List<Change> changes) {

        static Detail of(Themes.Detail one) {
            return new Detail(ThemeDocument.of(List.of(one.theme())).getFirst(), one.hashtags(), one.videos(),
                    one.typical(),
                    one.changes().stream().map(Change::of).toList());
        }
    }

    /// A run that found themes or carried them on.
    @Schema(name = "ThemeRun")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(Instant at, int captions, int themes,
            @Schema(description = "Captions of no theme") int unthemed,
            @Schema(description = "How well themes stand apart [-1..1]") double silhouette,
            @Schema(description = "Adjusted Rand index of shared captions with the run before; left out for the first") @Nullable Double randToLast,
            @Schema(description = "Version of texts that it went by") String textVersion) {

        static Run of(ThemeRun one) {
            return new Run(one.at(), one.captions(), one.themes(), one.unthemed(), one.silhouette(), one.randToLast(),
                    one.version().toString());
        }
    }

    /// A label that a person approved or rejected.
    @Schema(name = "ThemeLabel")
    record Label(String label, @Schema(description = "approved or rejected") String state, String by, Instant at) {

        static Label of(SaidLabel one) {
            return new Label(one.label(), one.state().name().toLowerCase(Locale.ROOT), one.by(), one.at());
        }
    }

    /// Something that captions of a theme name.
    @Schema(name = "ThemeName")
    record Name(@Schema(description = "brand, product, person (a public figure) or creator") String kind, String name,
            @Schema(description = "Captions that name it") int captions,
            @Schema(description = "Whose captions these are") int creators,
            @Schema(description = "By what it was known: vocabulary_mention, vocabulary_hashtag, vocabulary_words, creator_mention or creator_hashtag, the most frequent first") List<String> why) {

        static Name of(EntityNames.Named one) {
            return new Name(one.kind().name().toLowerCase(Locale.ROOT), one.name(), one.captions(), one.creators(),
                    one.why().stream().map(why -> why.name().toLowerCase(Locale.ROOT)).toList());
        }
    }

    @GetMapping("/themes")
    @Operation(operationId = "themes", summary = "Themes of captions, the largest first", parameters = {
            @Parameter(name = "ended", in = ParameterIn.QUERY, description = "true: those that ended follow; false if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ThemeDocument> list(@Parameter(hidden = true) Query query) {
        boolean ended = query.flag("ended");
        Paging paging = query.paging(50);
        query.done();
        List<ThemeDocument> all = ThemeDocument.of(themes.list(ended));
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size(), paging);
    }

    @GetMapping("/themes/runs")
    @Operation(operationId = "themeRuns", summary = "Runs that found themes or carried them on, the last first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Run> runs(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Themes.Part part = themes.runs(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(Run::of).toList(), part.total(), paging);
    }

    @GetMapping("/themes/{id}")
    @Operation(operationId = "theme", summary = "A theme with its hashtags, its most typical videos, and what became of it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none of this id")
    Detail one(@PathVariable long id, @Parameter(hidden = true) Query query) {
        query.done();
        return Detail.of(themes.get(id));
    }

    @GetMapping("/themes/{id}/names")
    @Operation(operationId = "themeNames", summary = "What the captions of a theme name: brands, products, public figures and creators, what most creators name first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none of this id")
    Listing<Name> names(@PathVariable long id, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<EntityNames.Named> all = names.in(themes.members(id).videos()).named();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).map(Name::of).toList(),
                all.size(), paging);
    }

    @PostMapping("/themes/{id}/label")
    @Operation(operationId = "labelTheme", summary = "Calls a theme so from now on; the label joins the tenant's vocabulary", parameters = {
            @Parameter(name = "label", in = ParameterIn.QUERY, description = "Two or three words, 60 characters at most; required"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who says it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none of this id")
    @ApiResponse(responseCode = "409", description = "Another theme is called so")
    @ApiResponse(responseCode = "422", description = "It is no label")
    ThemeDocument label(@PathVariable long id, @Parameter(hidden = true) Query query) {
        String label = query.text("label", 200).orElse("");
        String by = query.text("by", 100).orElse("REST");
        query.done();
        KeptTheme called = themes.call(id, label, by);
        return ThemeDocument.of(List.of(called)).getFirst();
    }

    @GetMapping("/labels")
    @Operation(operationId = "themeLabels", summary = "Labels that people approved or rejected, beside those that ship", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Label> labels(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<SaidLabel> all = themes.labels();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).map(Label::of).toList(),
                all.size(), paging);
    }

    @PostMapping("/labels")
    @Operation(operationId = "sayThemeLabel", summary = "Says whether themes may be called so; rejected labels are taken off", parameters = {
            @Parameter(name = "label", in = ParameterIn.QUERY, description = "Required"),
            @Parameter(name = "rejected", in = ParameterIn.QUERY, description = "true: no theme may; false if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who says it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "It is no label")
    Label say(@Parameter(hidden = true) Query query) {
        String label = query.text("label", 200).orElse("");
        boolean rejected = query.flag("rejected");
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return Label.of(
                themes.say(label, rejected ? SaidLabel.State.REJECTED : SaidLabel.State.APPROVED, by));
    }
}

package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.MappingUseRepository;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Mappings: what the columns of files say, guessed and kept.
@RestController
@RequestMapping("/api/v1/mappings")
@Tag(name = "Mappings", description = "What the columns of files of one's own say: guessed, confirmed, kept in versions")
class MappingsResource {

    /// Under what a mapping is tried while nobody has named a source.
    private static final String UNNAMED = "unnamed";

    private final Intake intake;
    private final KeptMappings mappings;
    private final MappingUseRepository uses;

    MappingsResource(Intake intake, KeptMappings mappings, MappingUseRepository uses) {
        this.intake = intake;
        this.mappings = mappings;
        this.uses = uses;
    }

    @GetMapping
    @Operation(operationId = "mappings", summary = "The newest version of each kept mapping in use, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<MappingAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(answers(mappings.list()), paging);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "mapping", summary = "One kept mapping: its newest version in use, or the one that is asked for", parameters = {
            @Parameter(name = "version", in = ParameterIn.QUERY, description = "From 1; also of a name that is out of use")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "None is kept under this name, or not in this version")
    MappingAnswer one(@PathVariable String name, @Parameter(hidden = true) Query query) throws IOException {
        int version = query.number("version", 1, Integer.MAX_VALUE, 0);
        query.done();
        return MappingProblem.translated(() -> answer(
                version == 0 ? mappings.get(name) : mappings.get(new MappingVersion(name, version))));
    }

    @GetMapping("/{name}/versions")
    @Operation(operationId = "mappingVersions", summary = "All versions under a name, those out of use too, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "None was ever kept under this name")
    Listing<MappingAnswer> versions(@PathVariable String name, @Parameter(hidden = true) Query query)
            throws IOException {
        Paging paging = query.paging(100);
        query.done();
        return MappingProblem.translated(() -> Listing.of(answers(mappings.versions(name)), paging));
    }

    @PutMapping(path = "/{name}", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "saveMapping", summary = "Keeps the mapping in the body, for the header of the version before, or for use by name", parameters = {
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why its source may be kept; needed where nothing allows the source yet"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who confirms it; hand if absent")})
    @ApiResponse(responseCode = "200", description = "The newest version; the one before when it says the same")
    @ApiResponse(responseCode = "422", description = "It cannot be kept, or its source may not be stored")
    MappingAnswer save(@PathVariable String name, @RequestBody String document, @Parameter(hidden = true) Query query)
            throws IOException {
        return confirmed(name, document, null, query);
    }

    @PostMapping(path = "/{name}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "saveMappingForFile", summary = "Keeps a mapping for the header of a CSV; the file is not imported", parameters = {
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why its source may be kept; needed where nothing allows the source yet"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who confirms it; hand if absent")})
    @ApiResponse(responseCode = "200", description = "The newest version; the one before when it says the same")
    @ApiResponse(responseCode = "422", description = "It cannot be kept, or its source may not be stored")
    MappingAnswer saveFor(@PathVariable String name, @RequestPart("mapping") MultipartFile mapping,
            @RequestPart("file") MultipartFile file, @Parameter(hidden = true) Query query) throws IOException {
        return confirmed(name, MappingProblem.translated(() -> InlineMapping.text(mapping)), file, query);
    }

    private MappingAnswer confirmed(String name, String document, @Nullable MultipartFile file, Query query)
            throws IOException {
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse(SourceRule.HAND);
        query.done();
        return MappingProblem.translated(() -> {
            ColumnMapping mapping = InlineMapping.toKeep(document);
            List<String> columns = file == null ? List.of() : columns(file);
            return answer(mappings.confirm(new Confirmation(name, mapping, columns, reason, by)).kept());
        });
    }

    private List<String> columns(MultipartFile file) throws IOException {
        Intake.Seen.Columns columns = aside(file);
        intake.drop(columns.token());
        return columns.head().columns();
    }

    private Intake.Seen.Columns aside(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return intake.table(Optional.ofNullable(file.getOriginalFilename()).orElse(""), content);
        }
    }

    @PostMapping("/{name}/remove")
    @Operation(operationId = "removeMapping", summary = "Takes a name out of use: files of its header are asked about again; its versions stay readable", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who does it; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "None is kept under this name")
    MappingAnswer remove(@PathVariable String name, @Parameter(hidden = true) Query query) throws IOException {
        String by = query.text("by", 100).orElse(SourceRule.HAND);
        query.done();
        return MappingProblem.translated(() -> {
            mappings.remove(name, by);
            return answer(mappings.versions(name).getFirst());
        });
    }

    @PostMapping(path = "/guess", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "guessMapping", summary = "Says what the columns of a CSV seem to say; nothing is stored or kept", parameters = {
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Source under which the readings would be kept"),
            @Parameter(name = "observedAt", in = ParameterIn.QUERY, description = "When all counts were read, ISO-8601, if no column says it")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "The file is no CSV, or its header cannot be used")
    GuessAnswer guess(@RequestPart("file") MultipartFile file, @Parameter(hidden = true) Query query)
            throws IOException {
        String source = query.text("source", 64).orElse(null);
        Instant observedAt = query.instant("observedAt").orElse(null);
        query.done();
        return MappingProblem.translated(() -> {
            Intake.Seen.Columns columns = aside(file);
            try {
                return guessed(columns, source, observedAt);
            } finally {
                intake.drop(columns.token());
            }
        });
    }

    private GuessAnswer guessed(Intake.Seen.Columns columns, @Nullable String source, @Nullable Instant observedAt) {
        Guess guess = Guess.of(columns.head());
        Optional<ImportPreview> tried = tried(columns, guess, source == null ? UNNAMED : source, observedAt);
        List<GuessAnswer.RefusedRow> refused = new ArrayList<>();
        tried.ifPresent(preview -> preview.rows().forEach(row -> {
            if (row.result() instanceof RowResult.Rejected no) {
                refused.add(new GuessAnswer.RefusedRow(row.position().line(), no.reason().label(), no.detail()));
            }
        }));
        return new GuessAnswer(columns.name(), guess.kind() == null ? null : guess.kind().label(),
                guess.columns().stream().map(GuessAnswer.Column::of).toList(), GuessAnswer.Wide.of(guess),
                guess.remarks(),
                guess.draft(source).document(), problems(guess, source, observedAt),
                tried.map(preview -> PreviewAnswer
                        .of(new Intake.Looked(columns.token(), columns.name(), columns.bytes(), preview))).orElse(null),
                refused, GuessAnswer.Kept.of(mappings.fitting(columns.head().columns()).map(KeptMapping::id)
                        .orElse(null)));
    }

    private Optional<ImportPreview> tried(Intake.Seen.Columns columns, Guess guess, String source,
            @Nullable Instant observedAt) {
        try {
            return intake.tried(columns.token(), new ImportOptions(null, observedAt,
                    guess.draft(source).mapping("that was guessed", observedAt)));
        } catch (MappingRefused somethingIsMissing) {
            return Optional.empty();
        }
    }

    private static List<String> problems(Guess guess, @Nullable String source, @Nullable Instant observedAt) {
        try {
            guess.draft(source).mapping("that was guessed", observedAt);
            return List.of();
        } catch (MappingRefused e) {
            return e.problems();
        }
    }

    private List<MappingAnswer> answers(List<KeptMapping> kept) {
        Map<String, MappingUse> use = uses.byName();
        return kept.stream()
                .map(one -> MappingAnswer.of(one, use.getOrDefault(one.id().name(), MappingUse.NONE))).toList();
    }

    private MappingAnswer answer(KeptMapping kept) {
        return answers(List.of(kept)).getFirst();
    }
}

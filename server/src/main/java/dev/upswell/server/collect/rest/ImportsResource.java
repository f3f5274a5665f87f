package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.intake.ImportLog;
import dev.upswell.server.collect.intake.ImportRecord;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files that come in.
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Files of readings: sent, looked at, taken in")
class ImportsResource {

    private static final List<String> STATES = List.of("waiting", "running", "interrupted", "done", "broken-off",
            "failed");

    private final Intake intake;
    private final MappedIntake mapped;
    private final KeptMappings mappings;
    private final ImportLog imports;
    private final Words words;

    ImportsResource(Intake intake, MappedIntake mapped, KeptMappings mappings, ImportLog imports, Words words) {
        this.intake = intake;
        this.mapped = mapped;
        this.mappings = mappings;
        this.imports = imports;
        this.words = words;
    }

    @GetMapping
    @Operation(operationId = "imports", summary = "Imports, the newest first", parameters = {
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "waiting, running, interrupted, done, broken-off or failed; all if absent"),
            @Parameter(name = "file", in = ParameterIn.QUERY, description = "Part of the file's name, in any case"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 25 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ImportAnswer> list(@Parameter(hidden = true) Query query) {
        Optional<String> state = query.oneOf("state", STATES);
        Optional<String> file = query.text("file", 200).map(text -> text.toLowerCase(Locale.ROOT));
        Paging paging = query.paging(25);
        query.done();
        if (state.isEmpty() && file.isEmpty()) {
            Listing<ImportRecord> found = imports.list(paging);
            return new Listing<>(found.items().stream().map(this::answer).toList(), found.total(), paging);
        }
        return Listing.of(all().stream().filter(one -> state.filter(word -> !word.equals(one.state())).isEmpty())
                .filter(one -> file.filter(part -> !one.file().toLowerCase(Locale.ROOT).contains(part)).isEmpty())
                .toList(), paging);
    }

    /// How far an import is, only this process may know, so the rows of the database alone do not tell which to leave out.
    private List<ImportAnswer> all() {
        List<ImportAnswer> all = new ArrayList<>();
        Paging part = new Paging(Paging.MOST, 0);
        Listing<ImportRecord> found;
        do {
            found = imports.list(part);
            found.items().forEach(one -> all.add(answer(one)));
            part = part.next();
        } while (found.hasNext());
        return all;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "import", summary = "One import: how far it is, or what became of its rows")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No import has this id; ids of waiting imports end with the server")
    ImportAnswer one(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return parsed(id).flatMap(imports::find).map(this::answer)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.import")));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "importFile", summary = "Takes a file in, in the background; the part \"mapping\" may bring a mapping as YAML", parameters = {
            @Parameter(name = "format", in = ParameterIn.QUERY, description = "Label of the format; told from the content if absent"),
            @Parameter(name = "observedAt", in = ParameterIn.QUERY, description = "When the counts were read, ISO-8601, for files that do not say it"),
            @Parameter(name = "mapping", in = ParameterIn.QUERY, description = "Name of a kept mapping; told from the header if absent"),
            @Parameter(name = "keep", in = ParameterIn.QUERY, description = "Name under which the mapping that is sent is kept; used once if absent"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why the source of the mapping that is sent may be kept; needed where nothing allows it yet"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who confirms it; hand if absent")})
    @ApiResponse(responseCode = "202", description = "Accepted; Location tells where to ask how far it is")
    @ApiResponse(responseCode = "404", description = "No mapping is kept under this name")
    @ApiResponse(responseCode = "409", description = "Too many files wait")
    @ApiResponse(responseCode = "422", description = "The file or its mapping cannot be used; the problem says why and what to do")
    ResponseEntity<ImportAnswer> begin(@RequestPart("file") MultipartFile file,
            @RequestPart(name = "mapping", required = false) @Nullable MultipartFile mapping,
            @Parameter(hidden = true) Query query) throws IOException {
        return MappingProblem.translated(() -> {
            ImportDemand demand = ImportDemand.of(query, mapping, mappings);
            Intake.Looked looked = look(file, demand.options());
            return switch (begun(looked.token(), demand)) {
                case Intake.Begun.Accepted accepted -> accepted(accepted.id());
                case Intake.Begun.Unknown _ -> throw WebProblem.unusable(Sentence.of("problem.token"));
                case Intake.Begun.Full _ -> {
                    intake.drop(looked.token());
                    throw WebProblem.conflict(Sentence.of("problem.import.full"));
                }
            };
        });
    }

    private Intake.Begun begun(String token, ImportDemand demand) {
        if (demand.wish() == null) {
            return intake.begin(token, demand.options());
        }
        boolean confirmed = false;
        try {
            Intake.Begun begun = mapped.begin(token, demand.wish());
            confirmed = true;
            return begun;
        } finally {
            if (!confirmed) {
                intake.drop(token);
            }
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "previewFile", summary = "Says what a file seems to be; nothing is stored. The part \"mapping\" may bring a mapping as YAML", parameters = {
            @Parameter(name = "format", in = ParameterIn.QUERY, description = "Label of the format; told from the content if absent"),
            @Parameter(name = "observedAt", in = ParameterIn.QUERY, description = "When the counts were read, ISO-8601"),
            @Parameter(name = "mapping", in = ParameterIn.QUERY, description = "Name of a kept mapping; told from the header if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No mapping is kept under this name")
    @ApiResponse(responseCode = "422", description = "The file or its mapping cannot be used; the problem says why and what to do")
    PreviewAnswer preview(@RequestPart("file") MultipartFile file,
            @RequestPart(name = "mapping", required = false) @Nullable MultipartFile mapping,
            @Parameter(hidden = true) Query query) throws IOException {
        return MappingProblem.translated(() -> {
            Intake.Looked looked = look(file, ImportDemand.of(query, mapping, mappings).options());
            intake.drop(looked.token());
            return PreviewAnswer.of(looked);
        });
    }

    private ImportAnswer answer(ImportRecord record) {
        return ImportAnswer.of(record, words);
    }

    private ResponseEntity<ImportAnswer> accepted(UUID id) {
        ImportAnswer answer = imports.find(id).map(this::answer)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.import")));
        return ResponseEntity.accepted().location(URI.create("/api/v1/imports/" + id)).body(answer);
    }

    private Intake.Looked look(MultipartFile file, ImportOptions options) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return intake.look(Optional.ofNullable(file.getOriginalFilename()).orElse(""), content, options);
        }
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}

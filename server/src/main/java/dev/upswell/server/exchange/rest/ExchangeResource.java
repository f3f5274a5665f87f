package dev.upswell.server.exchange.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.ExchangeProblem;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Models as files, in and out, and pushes to an MLflow registry.
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "Trained models, where each came from, and which one serves")
class ExchangeResource {

    private static final List<String> KINDS = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
    private static final List<Integer> HORIZONS = SurgeProtocol.HORIZONS.stream().map(one -> (int) one.toHours())
            .toList();
    private static final int LONGEST_NAME = 100;

    private final Exchange exchange;

    ExchangeResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GetMapping("/{id}/file")
    @Operation(operationId = "modelFile", summary = "The model as a file", parameters = @Parameter(name = "format", in = ParameterIn.QUERY, description = "onnx, which other tools run, or upswell, byte for byte with its record; onnx if absent"))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "No model has this id")
    @ApiResponse(responseCode = "422", description = "The model cannot be written in this format")
    ResponseEntity<byte[]> file(@PathVariable String id, @Parameter(hidden = true) Query query) {
        FileKind kind = FileKind.of(query.choice("format", FileKind.LABELS, FileKind.ONNX.label()));
        query.done();
        RegisteredModel model = ExchangeProblem.model(exchange.models(), id);
        byte[] file = ExchangeProblem.translated(() -> exchange.models().export(model, kind));
        String disposition = ContentDisposition.attachment().filename(model.record().id() + kind.ending()).build()
                .toString();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition).body(file);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "importModel", summary = "Takes a model in from a file; it predicts in shadow like any other", parameters = {
            @Parameter(name = "format", in = ParameterIn.QUERY, description = "onnx or upswell; onnx if absent"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "Of an ONNX file: hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Of an ONNX file: 6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who brings it, as they call themselves; the request audit has who was signed in")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "The file cannot be used; the problem says everything that is wrong with it")
    ImportedAnswer take(@RequestPart("file") MultipartFile file, @Parameter(hidden = true) Query query)
            throws IOException {
        FileKind format = FileKind.of(query.choice("format", FileKind.LABELS, FileKind.ONNX.label()));
        EntityKind kind = EntityKind.of(query.choice("kind", KINDS, EntityKind.HASHTAG.label()));
        int hours = query.hours("horizon", HORIZONS).orElse(24);
        String by = query.text("by", LONGEST_NAME).orElse(Decision.HAND);
        query.done();
        byte[] content = ExchangeProblem.content(file);
        return ExchangeProblem.translated(() -> ImportedAnswer.of(switch (format) {
            case ONNX -> exchange.models().importOnnx(content, new ModelTask(kind, hours), by);
            case UPSWELL -> exchange.models().importUpswell(content, by);
        }));
    }

    @PostMapping("/{id}/push")
    @Operation(operationId = "pushModel", summary = "Makes the model a version of the MLflow registry of the settings, once")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    @ApiResponse(responseCode = "409", description = "Another push is running, or no server is set")
    @ApiResponse(responseCode = "502", description = "The other server did not do its part; the push can be repeated")
    PushedAnswer push(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        RegisteredModel model = ExchangeProblem.model(exchange.models(), id);
        return ExchangeProblem
                .translated(() -> PushedAnswer.of(exchange.push().push(model, exchange.targets().at(""))));
    }
}

package dev.upswell.server.exchange.page;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.ExchangeProblem;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.ModelPush;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.ShellSettings;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The page on which models go out as files or to an MLflow server, and come in as files.
///
/// Doing the same again changes nothing, so what was done is shown at once and not after a redirection.
@Controller
class ExchangeController {

    private static final List<String> KINDS = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
    private static final List<Integer> HORIZONS = SurgeProtocol.HORIZONS.stream().map(one -> (int) one.toHours())
            .toList();
    private static final int ROWS = 20;
    private static final int PASSAGES = 20;
    private static final int LONGEST_NAME = 100;

    private final Exchange exchange;
    private final Words words;
    private final long largest;

    ExchangeController(Exchange exchange, Words words, ObjectProvider<ShellSettings> settings) {
        this.exchange = exchange;
        this.words = words;
        largest = settings.getIfAvailable(ShellSettings::loopback).largestUpload();
    }

    @GetMapping("/models/exchange")
    String exchange(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        return page(model, paging, "");
    }

    @GetMapping("/models/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id, Query query) {
        FileKind kind = FileKind.of(query.choice("format", FileKind.LABELS, FileKind.ONNX.label()));
        query.done();
        RegisteredModel wanted = ExchangeProblem.model(exchange.models(), id);
        byte[] file = ExchangeProblem.translated(() -> exchange.models().export(wanted, kind));
        String disposition = ContentDisposition.attachment().filename(wanted.record().id() + kind.ending()).build()
                .toString();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition).body(file);
    }

    @PostMapping("/models/{id}/push")
    String push(@PathVariable String id, Query query, Model model) {
        query.done();
        RegisteredModel wanted = ExchangeProblem.model(exchange.models(), id);
        ModelPush.Pushed pushed = ExchangeProblem
                .translated(() -> exchange.push().push(wanted, exchange.targets().at("")));
        return page(model, new Paging(ROWS, 0), words.say(pushed.known() ? "exchange.pushed.known" : "exchange.pushed",
                wanted.record().id(), pushed.version(), pushed.name()));
    }

    @PostMapping("/models/import")
    String take(@RequestParam MultipartFile file, Query query, Model model) throws IOException {
        FileKind format = FileKind.of(query.choice("format", FileKind.LABELS, FileKind.ONNX.label()));
        EntityKind kind = query.kind("kind", EntityKind.HASHTAG);
        int hours = query.hours("horizon", HORIZONS).orElse(24);
        String by = query.text("by", LONGEST_NAME).orElse(Decision.HAND);
        query.done();
        if (file.isEmpty()) {
            throw WebProblem.unusable(Sentence.of("problem.emptyFile"));
        }
        byte[] content = ExchangeProblem.content(file);
        ModelExchange.Imported taken = ExchangeProblem.translated(() -> switch (format) {
            case ONNX -> exchange.models().importOnnx(content, new ModelTask(kind, hours), by);
            case UPSWELL -> exchange.models().importUpswell(content, by);
        });
        return page(model, new Paging(ROWS, 0),
                words.say(taken.known() ? "exchange.imported.known" : "exchange.imported",
                        taken.model().record().id(), taken.model().task().label(),
                        words.say("exchange.state." + taken.model().state())));
    }

    /// @param told what was done; empty for nothing
    private String page(Model model, Paging paging, String told) {
        model.addAttribute("told", told);
        model.addAttribute("target", PushTargetAdvice.address(exchange));
        model.addAttribute("largest", largest);
        Listing<RegisteredModel> models = Listing
                .of(exchange.models().registry().list(exchange.models().tenant()), paging);
        model.addAttribute("models", models);
        model.addAttribute("previous", url(models.paging().previous()));
        model.addAttribute("next", url(models.paging().next()));
        model.addAttribute("formats", FileKind.LABELS);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("horizons", HORIZONS);
        model.addAttribute("passages", exchange.models().passages(PASSAGES));
        return "models-exchange";
    }

    private static String url(Paging paging) {
        return Link.to("/models/exchange").with("offset", paging.offset(), 0).toString();
    }
}

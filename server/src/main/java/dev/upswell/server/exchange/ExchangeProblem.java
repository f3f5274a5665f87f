package dev.upswell.server.exchange;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.web.multipart.MultipartFile;

/// What a page or an endpoint answers when a model cannot go out or come in.
public final class ExchangeProblem {

    private ExchangeProblem() {
    }

    /// Does this.
    ///
    /// **errors** [WebProblem] in place of every refusal
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ExchangeRefused refused) {
            Sentence said = Sentence.ofRefusal(refused.what(), refused.advice());
            throw switch (refused.reason()) {
                case UNUSABLE_FILE, NOT_WRITABLE -> WebProblem.unusable(said);
                case OTHER_SERVER -> WebProblem.elsewhere(said);
                case BUSY, NO_TARGET -> WebProblem.conflict(said);
            };
        } catch (ForecastRefused refused) {
            throw WebProblem.unusable(Sentence.ofRefusal(refused.what(), refused.advice()));
        }
    }

    /// What was sent as a model.
    ///
    /// **errors** [WebProblem] when it is larger than any model, before it is read
    public static byte[] content(MultipartFile file) throws IOException {
        if (file.getSize() > UpswellFile.LARGEST) {
            throw WebProblem.unusable(Sentence.ofRefusal("The file has more than " + (UpswellFile.LARGEST >> 20)
                    + " MB, which no model has.", "Bring one model: an ONNX file, or what Upswell exports."));
        }
        return file.getBytes();
    }

    /// The model with this id, as an address has it.
    ///
    /// **errors** [WebProblem] when there is none
    public static RegisteredModel model(ModelExchange models, String id) {
        try {
            return models.registry().find(models.tenant(), UUID.fromString(id))
                    .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.model")));
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.model"));
        }
    }
}

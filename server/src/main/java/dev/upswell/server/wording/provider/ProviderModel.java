package dev.upswell.server.wording.provider;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.upswell.prompt.AnswerSchema;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.Gateway;
import dev.upswell.server.wording.LanguageModel;
import dev.upswell.server.wording.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model of a provider, asked through LangChain4j; what came of it is read from the answer itself, because LangChain4j hides
/// stop reasons and headers.
final class ProviderModel implements LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderModel.class);

    private final Endpoint endpoint;
    private final Dialect dialect;
    private final AddressGuard guard;

    ProviderModel(Endpoint endpoint, Dialect dialect, AddressGuard guard) {
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.guard = guard;
    }

    @Override
    public String provider() {
        return endpoint.provider();
    }

    @Override
    public String model() {
        return endpoint.model();
    }

    @Override
    public Reply ask(Question question) {
        Optional<String> objection = endpoint.own() ? Optional.empty() : guard.objection(URI.create(endpoint.url()));
        if (objection.isPresent()) {
            return new Reply.Failed(objection.get(), false);
        }
        Reply reply;
        try (Gateway gateway = endpoint.own() ? null : Gateway.open(guard)) {
            reply = through(gateway, question);
        } catch (IOException closed) {
            reply = new Reply.Failed("no way out could be opened", true);
        }
        LOG.debug("{}: {}", endpoint, reply.getClass().getSimpleName());
        return reply;
    }

    private Reply through(@Nullable Gateway gateway, Question question) {
        var http = new GuardedHttp(gateway, question.within());
        try {
            dialect.model(endpoint, question, new GuardedHttpBuilder(http, question.within())).chat(request(question));
        } catch (RuntimeException hidden) {
            // Whatever it makes of the answer, ours is made of what came; its own words may hold a stranger's.
            LOG.trace("{}: {}", endpoint, hidden.getClass().getSimpleName());
        }
        GuardedHttp.Answer answer = http.last();
        if (answer == null) {
            return new Reply.Failed(http.late()
                    ? "no answer within " + question.within().toMillis() / 1000.0 + " s"
                    : "it could not be reached, or the connection broke", true);
        }
        return Answers.of(dialect, answer);
    }

    private static ChatRequest request(Question question) {
        return ChatRequest.builder()
                .messages(SystemMessage.from(question.standing()), UserMessage.from(question.asked()))
                .responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder().name(AnswerSchema.NAME).rootElement(JsonObjectSchema.builder()
                                .addProperty(AnswerSchema.NAME,
                                        JsonArraySchema.builder().items(new JsonStringSchema()).build())
                                .required(AnswerSchema.NAME).additionalProperties(false).build()).build())
                        .build())
                .build();
    }
}

package dev.upswell.server.wording.provider;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.upswell.server.wording.LanguageModel.Question;

/// How a provider is spoken to.
enum Dialect {
    /// Anthropic's messages.
    ANTHROPIC {
        @Override
        ChatModel model(Endpoint endpoint, Question question, GuardedHttpBuilder http) {
            return AnthropicChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.url()).apiKey(endpoint.key())
                    .modelName(endpoint.model()).maxTokens(question.mostTokens()).maxRetries(0).timeout(question.within())
                    .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA).logRequests(false).logResponses(false)
                    .build();
        }
    },
    /// OpenAI's chat completions, which many servers of one's own speak too.
    OPENAI {
        @Override
        ChatModel model(Endpoint endpoint, Question question, GuardedHttpBuilder http) {
            return OpenAiChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.url())
                    .apiKey(endpoint.key().isEmpty() ? "none" : endpoint.key()).modelName(endpoint.model())
                    .maxCompletionTokens(question.mostTokens()).maxRetries(0).timeout(question.within())
                    .strictJsonSchema(true).supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                    .logRequests(false).logResponses(false).build();
        }
    };

    abstract ChatModel model(Endpoint endpoint, Question question, GuardedHttpBuilder http);
}

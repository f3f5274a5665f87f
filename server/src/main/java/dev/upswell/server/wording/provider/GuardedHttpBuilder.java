package dev.upswell.server.wording.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/// Gives LangChain4j the client that is there already, whatever times it would set.
record GuardedHttpBuilder(GuardedHttp client, Duration within) implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
        return within;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return within;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}

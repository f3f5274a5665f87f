package dev.upswell.server.wording.provider;

/// Where a model is asked.
///
/// @param provider as outputs name it: anthropic, openai or compatible
/// @param url without a slash at its end
/// @param key a secret, which no text shows; empty for a server of one's own that wants none
/// @param own whether a person named it as a server of this machine or network: then the gateway is not asked
record Endpoint(String provider, String url, String key, String model, boolean own) {

    @Override
    public String toString() {
        return provider + " " + model + " at " + url;
    }
}

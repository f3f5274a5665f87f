package dev.upswell.server.access;

import java.util.Optional;

/// A token as it is sent: `upsw_`, its open id, `_` and its secret. The beginning lets searches for leaked secrets find it.
///
/// @param id 12 hexadecimal digits
record TokenText(String id, String secret) {

    private static final String START = "upsw_";
    private static final int ID_END = START.length() + 12;

    /// The parts of this text; empty when it cannot be a token.
    static Optional<TokenText> of(String text) {
        return text.startsWith(START) && text.length() > ID_END + 1 && text.length() < 200
                && text.charAt(ID_END) == '_'
                        ? Optional.of(new TokenText(text.substring(START.length(), ID_END), text.substring(ID_END + 1)))
                        : Optional.empty();
    }

    String whole() {
        return START + id + "_" + secret;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return START + id + "_…";
    }
}

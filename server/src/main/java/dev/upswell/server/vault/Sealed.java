package dev.upswell.server.vault;

/// A secret as it is kept: unreadable without the master key of this id.
final class Sealed {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] text;

    /// @param nonce 96 random bits, never used twice
    /// @param text what was encrypted, with its tag of 128 bits
    Sealed(String keyId, byte[] nonce, byte[] text) {
        this.keyId = keyId;
        this.nonce = nonce.clone();
        this.text = text.clone();
    }

    String keyId() {
        return keyId;
    }

    byte[] nonce() {
        return nonce.clone();
    }

    byte[] text() {
        return text.clone();
    }

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}

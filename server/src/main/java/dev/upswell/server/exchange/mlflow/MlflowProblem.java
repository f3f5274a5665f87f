package dev.upswell.server.exchange.mlflow;

/// The MLflow server answered with an error, or not at all.
final class MlflowProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /// @param status of the answer; 0 when there was none
    /// @param code MLflow's word for it, such as `RESOURCE_ALREADY_EXISTS`; empty when it said none
    MlflowProblem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    boolean is(String other) {
        return code.equals(other);
    }

    /// Whether the same request may succeed in a while.
    boolean passing() {
        return status == 0 || status == 408 || status == 429 || status >= 500 && status != 501;
    }
}

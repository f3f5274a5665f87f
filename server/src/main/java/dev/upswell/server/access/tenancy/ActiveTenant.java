package dev.upswell.server.access.tenancy;

import dev.upswell.server.store.TenantId;

/// The tenant that the calling thread works for; bound by the door for the time of a request.
public final class ActiveTenant {

    private static final ScopedValue<TenantId> BOUND = ScopedValue.newInstance();

    private ActiveTenant() {
    }

    /// The tenant.
    ///
    /// **errors** `IllegalStateException` where none is bound.
    public static TenantId get() {
        if (!BOUND.isBound()) {
            throw new IllegalStateException("tenant (none) must be bound to this thread"
                    + "\nMaybe a bean that lives as long as the server asks for one of a tenant.");
        }
        return BOUND.get();
    }

    /// Work that may fail in its own way.
    public interface Work<X extends Exception> {

        /// Does it.
        void run() throws X;
    }

    /// Does the work for this tenant.
    public static <X extends Exception> void run(TenantId tenant, Work<X> work) throws X {
        ScopedValue.where(BOUND, tenant).call(() -> {
            work.run();
            return tenant;
        });
    }
}

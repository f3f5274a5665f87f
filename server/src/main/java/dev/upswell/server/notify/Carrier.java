package dev.upswell.server.notify;

/// Brings parcels to targets of one kind.
///
/// @param <T> the kind
public interface Carrier<T extends Target> {

    /// Looks whether there is a way to a target at all, without sending anything.
    ///
    /// **errors** [NotifyRefused] when there is none, with what to do about it.
    void requireWay(T target);

    /// Brings a parcel there; it was brought when this returns.
    ///
    /// @param secret with which it is signed; empty for kinds that sign nothing
    ///
    /// **cost** three quarters of a minute at the longest, less than the minute for which a delivery is claimed · **errors** [NotBrought] when it was not, or nobody knows whether it was.
    void carry(Parcel parcel, T target, String secret) throws NotBrought;
}

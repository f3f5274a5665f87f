/// The request audit: who asked for what, when, from where, and how it ended; one chain of hashes for each tenant.
///
/// It is about requests. What was denied, cleaned or deleted of data stands in the audit trail of `comply`.
@NullMarked
package dev.upswell.server.audit;

import org.jspecify.annotations.NullMarked;

/// Where everything is kept: PostgreSQL (embedded or external), the tenant transaction, the Parquet lake and its manifest.
@NullMarked
package dev.upswell.server.store;

import org.jspecify.annotations.NullMarked;

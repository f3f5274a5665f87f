package dev.upswell.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The tenants by name, read and written as the owner of the tables, and the one door to what belongs to no tenant.
///
/// The application's role sees no tenant but the transaction's own, so that nothing done for one client can tell whether
/// another exists. What a name may look like is for the slice `access` to say.
public final class TenantRepository {

    private final DataSource owner;

    TenantRepository(DataSource owner) {
        this.owner = owner;
    }

    /// The tenant of this name, if there is one.
    public Optional<TenantId> find(String name) {
        return asOwner(db -> db.sql("select tenant_id from tenant where name = ?").param(name).query(UUID.class)
                .optional().map(TenantId::new));
    }

    /// The tenant of this name, created when there is none; safe when several processes do so at once.
    public TenantId findOrCreate(String name) {
        return find(name).orElseGet(() -> {
            asOwner(db -> db.sql("insert into tenant (name) values (?) on conflict (name) do nothing").param(name)
                    .update());
            return find(name).orElseThrow();
        });
    }

    /// All names, in alphabetical order.
    public List<String> names() {
        return asOwner(db -> db.sql("select name from tenant order by name").query(String.class).list());
    }

    /// What the function makes of the rows of all tenants, in one transaction as the owner of the tables, whom row-level security does
    /// not bind: for who comes in where and for whoever runs the program. Nothing that is done for a tenant goes through here.
    ///
    /// **errors** [StoreException] for what the database refuses; exceptions of the function itself pass unchanged · **cost** a
    /// connection of its own, some milliseconds.
    public <T> T asOwner(Function<JdbcClient, T> work) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException | DataAccessException e) {
            throw SqlFailures.translate("tenants cannot be read", e);
        }
    }
}

-- The table of the payment service. The master user makes it, in the schema that the stack's database-setup.sh makes; the service
-- itself may only read and write its rows. A merchant's key is unique: whatever happens, a payment has one row.
CREATE TABLE IF NOT EXISTS payments.payment (
    id uuid PRIMARY KEY,
    merchant_id text NOT NULL,
    idempotency_key text NOT NULL,
    minor_units bigint NOT NULL,
    exponent smallint NOT NULL,
    currency text NOT NULL,
    method text NOT NULL,
    method_end text NOT NULL,
    billing_country text NOT NULL,
    taken_at timestamptz NOT NULL,
    UNIQUE (merchant_id, idempotency_key)
)

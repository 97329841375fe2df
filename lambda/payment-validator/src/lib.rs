//! Decides whether a payment request may go on to processing.

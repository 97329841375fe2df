//! The database proxy: each connection goes to the writer, and ends when another instance becomes
//! the writer. A client that comes while there is none waits, as with RDS Proxy.
//! Source: Amazon RDS User Guide, "RDS Proxy concepts and terminology", "Failover".

use std::net::SocketAddrV4;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, sleep, timeout};

/// How long a client waits for a connection at most. Source: the same, `ConnectionBorrowTimeout`.
const BORROWING: Duration = Duration::from_secs(120);
const LOOKING: Duration = Duration::from_millis(50);
const CONNECTING: Duration = Duration::from_secs(1);

/// Serves until the process ends; a proxy that may not read its secret ends every connection.
pub async fn serve(at: SocketAddrV4, writer: PathBuf, may_sign_in: bool) -> Result<()> {
    let listener = TcpListener::bind(at).await?;
    loop {
        let (client, _) = listener.accept().await?;
        if !may_sign_in {
            continue;
        }
        let writer = writer.clone();
        tokio::spawn(async move {
            // A connection that breaks is the client's to open again.
            let _ = relay(client, &writer).await;
        });
    }
}

async fn relay(mut client: TcpStream, file: &Path) -> Result<()> {
    let end = Instant::now() + BORROWING;
    let (writer, mut server) = loop {
        if let Some(writer) = writer_in(file).await
            && let Ok(Ok(server)) = timeout(CONNECTING, TcpStream::connect(&writer)).await
        {
            break (writer, server);
        }
        if Instant::now() > end {
            return Ok(());
        }
        sleep(LOOKING).await;
    };
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let moved = async {
        while writer_in(file).await.as_deref() == Some(&writer) {
            sleep(LOOKING).await;
        }
    };
    tokio::select! {
        _ = tokio::io::copy_bidirectional(&mut client, &mut server) => {}
        () = moved => {}
    }
    Ok(())
}

/// Who writes; nobody while one is being chosen.
async fn writer_in(file: &Path) -> Option<String> {
    let text = tokio::fs::read_to_string(file).await.ok()?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

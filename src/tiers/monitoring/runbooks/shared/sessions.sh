{%- if data_api -%}
aws rds-data execute-statement --region us-east-1 --database {{ database }} --resource-arn "$(aws rds describe-db-clusters --region us-east-1 --db-cluster-identifier {{ cluster }} --query 'DBClusters[0].DBClusterArn' --output text)" --secret-arn "$(aws rds describe-db-clusters --region us-east-1 --db-cluster-identifier {{ cluster }} --query 'DBClusters[0].MasterUserSecret.SecretArn' --output text)" --sql "SELECT pid, usename::text, client_addr::text, state, (now() - xact_start)::text AS open_for, left(query, 80) AS statement FROM pg_stat_activity WHERE xact_start IS NOT NULL ORDER BY xact_start LIMIT 20" --format-records-as JSON --query formattedRecords --output text
{%- else -%}
echo 'Sessions: SELECT pid, usename, state, query FROM pg_stat_activity, as the master user, from within the VPC: README.md says how.'
{%- endif -%}

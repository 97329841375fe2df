aws rds describe-db-proxy-targets --region us-east-1 --db-proxy-name {{ proxy }} --query 'Targets[].[RdsResourceId,Role,TargetHealth.State,TargetHealth.Reason]' --output table

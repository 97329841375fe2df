aws rds describe-db-instances --region us-east-1 --filters Name=db-cluster-id,Values={{ cluster }} --query 'DBInstances[].[DBInstanceIdentifier,AvailabilityZone,DBInstanceStatus]' --output table

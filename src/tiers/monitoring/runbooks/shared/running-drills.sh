aws fis list-experiments --region us-east-1 --query "experiments[?state.status=='running' || state.status=='initiating'].[id,experimentTemplateId,creationTime]" --output table
